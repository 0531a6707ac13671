#include "server/domain/document.h"

#include <gtest/gtest.h>

#include <set>

namespace domain {
namespace {

template <class Named, std::size_t count, class Back>
void expectNames(const Named (&all)[count], Back back) {
    std::set<std::string> names;
    for (const Named one : all) {
        EXPECT_EQ(back(name(one)), one) << name(one);
        names.insert(std::string(name(one)));
    }
    EXPECT_EQ(names.size(), count);
    EXPECT_FALSE(names.contains(""));
    EXPECT_EQ(back("nothing"), std::nullopt);
}

TEST(Document, HasANameForEveryStateBothWays) {
    expectNames(kDocumentStates, documentState);
    expectNames(kSignerStates, signerState);
    expectNames(kMethods, method);
    expectNames(kGrades, grade);
    EXPECT_EQ(name(DocumentState::complete), "signed");
    EXPECT_EQ(name(SignerState::complete), "signed");
    EXPECT_EQ(name(Grade::complete), "signed");
    for (const DocumentState state : kDocumentStates)
        EXPECT_EQ(forbids(state).message().values, (std::vector{base::inside(words(state)), std::string(name(state))}));
    for (const SignerState state : kSignerStates)
        EXPECT_EQ(forbids(state).message().values, (std::vector{base::inside(words(state)), std::string(name(state))}));
}

TEST(Document, KnowsAnExpectedNameInAnyCaseOrderAndWithoutPolishMarks) {
    EXPECT_TRUE(isExpectedName("Łucja Żak-Nowak", "ŻAK-NOWAK ŁUCJA"));
    EXPECT_TRUE(isExpectedName("Łucja Żak-Nowak", "LUCJA MARIA ZAK NOWAK"));
    EXPECT_TRUE(isExpectedName("", "ktokolwiek"));
    EXPECT_FALSE(isExpectedName("Jan Kowalski", "Jan Kowal"));
    EXPECT_FALSE(isExpectedName("Jan Kowalski", "Anna Kowalska"));
    EXPECT_FALSE(isExpectedName("Jan Kowalski", ""));
}

TEST(Document, NamesItsCounterparts) {
    EXPECT_EQ(counterpartName("deklaracja-03.pdf", 2), "deklaracja-03-egzemplarz-2.pdf");
    EXPECT_EQ(counterpartName("deklaracja", 3), "deklaracja-egzemplarz-3");
}

TEST(Document, IsOfAKindByItsFieldsAndTitle) {
    EXPECT_EQ(kindOf({"Partner-1", "Lider"}, ""), DocumentKind::declaration);
    EXPECT_EQ(kindOf({"Partner-1", "Partner-2", "Lider"}, ""), DocumentKind::jointDeclaration);
    EXPECT_EQ(kindOf({}, "Lista obecności – spotkanie"), DocumentKind::attendanceList);
    EXPECT_EQ(kindOf({}, "Informacja o przetwarzaniu danych osobowych"), DocumentKind::notice);
    EXPECT_EQ(kindOf({"Lider"}, "Inne"), DocumentKind::other);
}

}  // namespace
}  // namespace domain
