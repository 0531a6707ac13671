#!/usr/bin/env bash
# Makes the keys in tests/data/keys with the openssl command line (3.0). All passwords are „zażółć gęślą jaźń”, but for
# `no-password.p12` (empty) and `octets.p12` (see README.md). Usage: make_keys.sh (from anywhere).
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p keys
cd keys
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
password='zażółć gęślą jaźń'
usage='keyUsage=critical,digitalSignature,nonRepudiation'

request() {  # request NAME SUBJECT: a key is in $work/NAME.key
    openssl req -new -utf8 -key "$work/$1.key" -subj "$2" -out "$work/$1.csr"
}
certify() {  # certify NAME CA EXTENSIONS [openssl ca arguments: validity]
    local name=$1 ca=$2 extensions=$3
    shift 3
    openssl x509 -req -in "$work/$name.csr" -CA "$work/$ca.crt" -CAkey "$work/$ca.key" -CAcreateserial -sha256 \
        -extfile <(printf '%s\n' "$extensions" 'subjectKeyIdentifier=hash' 'authorityKeyIdentifier=keyid') "$@" -out "$work/$name.crt" 2>/dev/null
}
pack() {  # pack FILE NAME [openssl pkcs12 arguments]
    local file=$1 name=$2
    shift 2
    openssl pkcs12 -export -inkey "$work/$name.key" -in "$work/$name.crt" -passout "pass:$password" -out "$file" "$@"
}

openssl genrsa -out "$work/ca.key" 3072 2>/dev/null
openssl req -new -x509 -utf8 -key "$work/ca.key" -subj '/C=PL/O=Urząd Testowy/CN=Urząd Testowy 1' -days 7300 -sha256 \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' -out "$work/ca.crt"
cp "$work/ca.crt" ca.crt

openssl genrsa -out "$work/rsa.key" 2048 2>/dev/null
request rsa '/C=PL/GN=Łucja/SN=Żółkiewska-Ćwik/CN=Łucja Żółkiewska-Ćwik/serialNumber=PNOPL-00000000000'
certify rsa ca "$usage" -days 7200
openssl ecparam -name prime256v1 -genkey -noout -out "$work/ec.key"
request ec '/C=PL/O=Szkoła Podstawowa nr 1/CN=Sekretariat "A", Będzin'
certify ec ca "$usage" -days 7200
cp "$work/rsa.key" "$work/old.key" && cp "$work/rsa.key" "$work/tls.key"
request tls '/C=PL/CN=serwer'
certify tls ca 'keyUsage=critical,keyEncipherment' -days 7200
openssl genrsa -out "$work/weak.key" 1024 2>/dev/null
request weak '/C=PL/CN=Słaby Klucz'
certify weak ca "$usage" -days 7200
openssl genpkey -algorithm ed25519 -out "$work/ed.key" 2>/dev/null
request ed '/C=PL/CN=Edward'
certify ed ca "$usage" -days 7200
openssl genpkey -algorithm ed448 -out "$work/ed448.key" 2>/dev/null
request ed448 '/C=PL/CN=Edyta'
certify ed448 ca "$usage" -days 7200
openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out "$work/pss.key" 2>/dev/null
request pss '/C=PL/CN=Paweł'
certify pss ca "$usage" -days 7200
openssl genpkey -genparam -algorithm DSA -pkeyopt dsa_paramgen_bits:2048 -pkeyopt dsa_paramgen_q_bits:256 -out "$work/dsa.parameters" 2>/dev/null
openssl genpkey -paramfile "$work/dsa.parameters" -out "$work/dsa.key" 2>/dev/null
request dsa '/C=PL/CN=Daniel'
certify dsa ca "$usage" -days 7200

pack rsa.p12 rsa -certfile ca.crt
pack ec.p12 ec -certfile ca.crt
pack key-usage.p12 tls
pack weak.p12 weak
pack ed25519.p12 ed
pack ed448.p12 ed448
pack rsa-pss.p12 pss
pack dsa.p12 dsa
pack rc2.p12 rsa -legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-RC2-40 -macalg sha1
pack 3des.p12 rsa -legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1
pack repeated-chain.p12 rsa -certfile <(cat ca.crt ca.crt "$work/rsa.crt")
openssl pkcs12 -export -inkey "$work/rsa.key" -in "$work/rsa.crt" -passout pass: -out no-password.p12
openssl pkcs12 -export -nokeys -in "$work/rsa.crt" -passout "pass:$password" -out no-key.p12
# As a program writes it that takes each octet of the UTF-8 password for a character (OpenSSL before 1.1.0).
wide=$(printf '%s' "$password" | iconv -f latin1 -t utf8)
openssl pkcs12 -export -inkey "$work/rsa.key" -in "$work/rsa.crt" -legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 \
    -passout "pass:$wide" -out octets.p12
ls -l
