#include "server/web/verdict_words.h"

#include <gtest/gtest.h>

#include <set>

namespace web {
namespace {

using templates::Value;

/// A CheckedSignature as of somebody whose issuer nobody knows, with changes to it.
Value signature(const Value::Map& changes = {}) {
    Value made = Value::Map{{"field", "Partner-1"},
                            {"kind", "signature"},
                            {"indication", "INDETERMINATE"},
                            {"integrity", "intact"},
                            {"changesAfter", "none"},
                            {"office_seal", false},
                            {"demonstration", false},
                            {"typed_name", Value()},
                            {"subIndication", "NO_CERTIFICATE_CHAIN_FOUND"},
                            {"signer", Value::Map{{"name", "NN"}}}};
    for (const auto& [name, value] : changes) made.set(name, value);
    return made;
}

std::string said(const base::Message& message, base::Language language = base::Language::polish) {
    return base::text(message, language);
}

TEST(VerdictWords, TellAnUnknownIssuer) {  // case 6
    const SignatureWords words = wordsOf(signature(), 2);
    EXPECT_EQ(words.which, VerdictCase::unknownIssuer);
    EXPECT_EQ(words.tone, "warn");
    EXPECT_EQ(said(words.heading), "Podpis 2");
    EXPECT_EQ(said(words.content), "Nienaruszona od podpisania.");
    EXPECT_EQ(said(words.signer),
              "W certyfikacie: NN, lecz wystawcy nie ma na zaufanych listach, więc tożsamości nie można potwierdzić.");
    EXPECT_EQ(said(words.kind), "Rodzaju podpisu nie można ustalić.");
    EXPECT_EQ(said(words.later), "Po tym podpisie nic nie dodano.");
    EXPECT_EQ(said(words.kind, base::Language::english), "The kind of signature cannot be told.");
}

TEST(VerdictWords, TellABrokenOne) {  // case 11
    const SignatureWords words =
        wordsOf(signature({{"integrity", "broken"}, {"indication", "TOTAL-FAILED"}, {"changesAfter", "unknown"}}), 1);
    EXPECT_EQ(words.which, VerdictCase::broken);
    EXPECT_EQ(words.tone, "bad");
    EXPECT_EQ(said(words.content), "Naruszona – plik różni się od podpisanego.");
    EXPECT_EQ(said(words.signer), "W podpisie widnieje: NN, lecz nie można tego potwierdzić.");
    EXPECT_EQ(said(words.kind), "Podpis nieprawidłowy.");
    EXPECT_EQ(said(words.later), "Nie można ustalić.");
}

TEST(VerdictWords, TellAChangeAfterSigning) {  // case 10
    const SignatureWords words =
        wordsOf(signature({{"changesAfter", "disallowed"}, {"indication", "TOTAL-FAILED"}, {"office_seal", true}}), 1);
    EXPECT_EQ(words.which, VerdictCase::changed);
    EXPECT_EQ(said(words.signer), "NN: podpis złożono pod wersją wcześniejszą.");
    EXPECT_EQ(said(words.kind), "Podpis nie obejmuje tego, co widać teraz.");
}

TEST(VerdictWords, TellWhatWasTypedHereFromTheOfficesOwnSeal) {  // case 5
    const Value typed = signature({{"office_seal", true}, {"typed_name", "Jan Próbny"}});
    EXPECT_EQ(wordsOf(typed, 1).which, VerdictCase::typedHere);
    EXPECT_NE(said(wordsOf(typed, 1).signer).find("Imię i nazwisko wpisano na stronie: Jan Próbny."),
              std::string::npos);
    EXPECT_EQ(said(wordsOf(typed, 1).heading), "Pieczęć urzędu (własna) 1");
    EXPECT_EQ(wordsOf(signature({{"office_seal", true}}), 1).which, VerdictCase::officeSeal);
}

TEST(VerdictWords, TellEveryOtherCase) {
    const auto of = [](const char* sub) { return wordsOf(signature({{"subIndication", sub}}), 1).which; };
    EXPECT_EQ(of("TRY_LATER"), VerdictCase::noRevocation);        // case 7
    EXPECT_EQ(of("OUT_OF_BOUNDS_NO_POE"), VerdictCase::expired);  // case 8
    EXPECT_EQ(of("CRYPTO_CONSTRAINTS_FAILURE_NO_POE"), VerdictCase::weak);
    EXPECT_EQ(of("CHAIN_CONSTRAINTS_FAILURE"), VerdictCase::open);
    const auto with = [](const Value::Map& changes) { return wordsOf(signature(changes), 1).which; };
    EXPECT_EQ(with({{"indication", "TOTAL-PASSED"}}), VerdictCase::trusted);
    EXPECT_EQ(with({{"indication", "TOTAL-PASSED"}, {"demonstration", true}}), VerdictCase::demonstration);
    EXPECT_EQ(with({{"kind", "document-timestamp"}}), VerdictCase::timestamp);
    EXPECT_EQ(with({{"changesAfter", "unknown"}}), VerdictCase::unclear);
    EXPECT_EQ(with({{"integrity", "unknown"}}), VerdictCase::unknown);
    EXPECT_EQ(with({{"indication", "TOTAL-FAILED"}}), VerdictCase::unknown);
}

TEST(VerdictWords, NeverSayMoreThanIsKnownAndNeverNothing) {
    for (const char* integrity : {"intact", "broken", "unknown"})
        for (const char* changes : {"none", "allowed", "disallowed", "unknown"})
            for (const char* indication : {"TOTAL-PASSED", "INDETERMINATE", "TOTAL-FAILED"}) {
                const SignatureWords words = wordsOf(
                    signature({{"integrity", integrity}, {"changesAfter", changes}, {"indication", indication}}), 1);
                const bool mayBeGood = std::string(integrity) == "intact" && std::string(changes) != "disallowed" &&
                                       std::string(changes) != "unknown" && std::string(indication) == "TOTAL-PASSED";
                EXPECT_EQ(words.tone == "good", mayBeGood) << integrity << changes << indication;
                for (const base::Message& one : {words.content, words.signer, words.kind, words.next, words.later})
                    for (const auto language : {base::Language::polish, base::Language::english})
                        EXPECT_NE(said(one, language), one.key);
            }
    EXPECT_EQ(said(wordsOf(signature({{"signer", Value::Map{{"name", Value()}}}}), 1).signer),
              "Podpis nie podaje, kto go złożył.");
}

TEST(VerdictWords, SayWhetherTheFileIsOurs) {
    const auto origin = [](const char* match) {
        return Value(
            Value::Map{{"signatures", Value::List{Value(), Value()}},
                       {"origin", Value::Map{{"match", match}, {"document_id", "ABC"}, {"first_difference", 7}}}});
    };
    EXPECT_EQ(said(originWords(origin("extended"))), "To dokument wydany przez urząd: ABC. Dodano podpisy: 2.");
    EXPECT_EQ(said(originWords(origin("issued"))),
              "To dokument wydany przez urząd: ABC. Ten plik nie ma jeszcze podpisów.");
    EXPECT_NE(said(originWords(origin("differs"))).find("bajt 7"), std::string::npos);
    EXPECT_EQ(said(originWords(origin("none"))), "Tego dokumentu nie wydano w tym systemie; sprawdzono tylko podpisy.");
}

}  // namespace
}  // namespace web
