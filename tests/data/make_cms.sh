#!/usr/bin/env bash
# Makes the CMS signatures in tests/data/cms and the certificates in tests/data/certificates with the openssl command line
# (3.0). The keys are thrown away. Usage: make_cms.sh (from anywhere).
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p cms certificates
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
signs='keyUsage=critical,digitalSignature,nonRepudiation'
noRevAvail='2.5.29.56=ASN1:NULL'

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$work/$1.key"; }
root() {  # root NAME SUBJECT
    openssl req -new -x509 -key "$work/$1.key" -subj "$2" -days 7300 -out "$work/$1.pem" -addext 'basicConstraints=critical,CA:TRUE' \
        -addext 'keyUsage=critical,keyCertSign,cRLSign'
}
issue() {  # issue NAME CA SUBJECT EXTENSIONS [openssl x509 arguments]
    local name=$1 ca=$2 subject=$3 extensions=$4
    shift 4
    openssl req -new -key "$work/$name.key" -subj "$subject" -out "$work/$name.csr"
    openssl x509 -req -in "$work/$name.csr" -CA "$work/$ca.pem" -CAkey "$work/$ca.key" -CAcreateserial \
        -extfile <(printf '%b\n' "$extensions") "$@" -out "$work/$name.pem" 2>/dev/null
}
der() { for name in "$@"; do openssl x509 -in "$work/$name.pem" -outform DER -out "certificates/$name.crt"; done; }

for name in root other intermediate leaf open below usage seal tsa; do key "$name"; done
openssl genrsa -out "$work/rsa.key" 2048 2>/dev/null
openssl genrsa -out "$work/weak.key" 1024 2>/dev/null
cp "$work/leaf.key" "$work/sha1.key"
root root '/CN=Root'
root other '/CN=Root'
issue intermediate root '/CN=Intermediate' 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign' -days 7200
issue leaf root '/GN=Lea/SN=Leaf/CN=Leaf' "$signs\n$noRevAvail" -days 7200
issue open root '/CN=Open' "$signs" -days 7200
issue below intermediate '/CN=Below' "$signs\n$noRevAvail" -days 7200
issue usage root '/CN=Usage' "keyUsage=critical,keyAgreement\n$noRevAvail" -days 7200
issue seal root '/O=Office/CN=Office' "$signs\n$noRevAvail" -days 7200
issue weak root '/CN=Weak' "$signs\n$noRevAvail" -days 7200
issue sha1 root '/CN=Old' "$signs\n$noRevAvail" -days 7200 -sha1
issue rsa root '/CN=Rsa' "$signs\n$noRevAvail" -days 7200
issue tsa root '/CN=Tsa' "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n$noRevAvail" -days 7200
der root other intermediate leaf open below usage seal weak sha1 tsa

printf 'the signed octets' >"$work/content"
sign() {  # sign FILE SIGNER [openssl cms arguments]
    local file=$1 signer=$2
    shift 2
    openssl cms -sign -binary -in "$work/content" -signer "$work/$signer.pem" -inkey "$work/$signer.key" -outform DER -out "cms/$file" "$@"
}
sign ec.der leaf -cades
sign rsa.der rsa -cades
sign pss.der rsa -cades -keyopt rsa_padding_mode:pss
sign plain.der leaf
sign no-attributes.der leaf -noattr
sign encapsulated.der leaf -cades -nodetach
sign no-certificate.der leaf -cades -nocerts
sign sha1.der leaf -cades -md sha1
sign two-signers.der leaf -cades -signer "$work/rsa.pem" -inkey "$work/rsa.key"
openssl cms -data_create -binary -in "$work/content" -outform DER -out cms/data.der
cat >"$work/tsa.cnf" <<END
[tsa]
serial = $work/serial
digests = sha256
default_policy = 1.2.3.4
signer_digest = sha256
crypto_device = builtin
END
echo 01 >"$work/serial"
openssl ts -query -data "$work/content" -sha256 -no_nonce -cert -out "$work/query" 2>/dev/null
openssl ts -reply -config "$work/tsa.cnf" -section tsa -queryfile "$work/query" -signer "$work/tsa.pem" -inkey "$work/tsa.key" \
    -token_out -out cms/timestamp.der 2>/dev/null
