#include "server/web/link_view.h"

#include <gtest/gtest.h>

namespace web {
namespace {

using templates::Value;

Value place(const char* document, const char* signer, const Value& method = {}) {
    return Value::Map{{"document", Value::Map{{"state", document}, {"kind", "declaration"}}},
                      {"signer", Value::Map{{"state", signer}, {"method", method}}},
                      {"ways", Value::List{Value::Map{{"name", "own-tool"}}, Value::Map{{"name", "refusal"}}}},
                      {"uploads", Value::List{Value::Map{{"kind", "attachment"}, {"state", "accepted"}},
                                              Value::Map{{"kind", "head"}, {"state", "waiting"}},
                                              Value::Map{{"kind", "head"}, {"state", "accepted"}}}}};
}

/// The one state that is shown.
std::string stateOf(const Value& from) {
    Value::Map data;
    addLinkView(data, from);
    std::string found;
    for (const auto& [name, value] : data)
        if (name.starts_with("state_") && value == Value(true)) found += name;
    return found;
}

TEST(LinkView, ShowsOneState) {
    EXPECT_EQ(stateOf(place("issued", "invited")), "state_open");
    EXPECT_EQ(stateOf(place("sent", "opened")), "state_open");
    EXPECT_EQ(stateOf(place("partly-signed", "signed")), "state_signed");
    EXPECT_EQ(stateOf(place("archived", "signed")), "state_signed");
    EXPECT_EQ(stateOf(place("sealing-failed", "opened", "here")), "state_sealing");
    EXPECT_EQ(stateOf(place("sealing-failed", "opened")), "state_open");
    EXPECT_EQ(stateOf(place("declined", "declined")), "state_declined");
    EXPECT_EQ(stateOf(place("expired", "expired")), "state_expired");
    EXPECT_EQ(stateOf(place("voided", "signed")), "state_voided");
    EXPECT_EQ(stateOf(place("signed", "opened")), "state_closed");
    EXPECT_EQ(stateOf(place("draft", "invited")), "state_closed");
}

TEST(LinkView, OffersOnlyWhatCanBeDone) {
    Value::Map data;
    addLinkView(data, place("issued", "opened"));
    EXPECT_EQ(data["way_own"], Value(true));
    EXPECT_EQ(data["way_refusal"], Value(true));
    EXPECT_EQ(data["way_here"], Value(false));
    EXPECT_EQ(data["waiting"].list()->size(), 1U);
    EXPECT_EQ(data["attachments"].list()->size(), 1U);
    addLinkView(data, place("voided", "opened"));
    EXPECT_EQ(data["way_own"], Value(false));
    EXPECT_EQ(data["may_fetch"], Value(false));
}

TEST(LinkView, NamesASignerWhoWasNotExpected) {
    const auto signedBy = [](const char* expected, const char* name) {
        Value from = place("partly-signed", "signed", "here");
        from.set("signer.expected_name", expected);
        from.set("signer.signed_name", name);
        Value::Map data;
        addLinkView(data, from);
        return data["signed_by"];
    };
    EXPECT_EQ(signedBy("Piotr Maj", "Jan Inny"), Value("Jan Inny"));
    EXPECT_EQ(signedBy("Piotr Maj", "MAJ Piotr"), Value(""));
    EXPECT_EQ(signedBy("", "Jan Inny"), Value(""));
}

TEST(LinkView, AsksForOpeningOnce) {
    EXPECT_TRUE(isUnopened(place("issued", "invited")));
    EXPECT_FALSE(isUnopened(place("issued", "opened")));
    EXPECT_FALSE(isUnopened(place("voided", "invited")));
}

TEST(LinkView, SaysWhatBecameOfAFile) {
    const auto receipt = [](const char* kind, const char* state) {
        return receiptView(Value::Map{{"upload", Value::Map{{"kind", kind}, {"state", state}}}});
    };
    EXPECT_EQ(*receipt("head", "accepted").find("accepted"), Value(true));
    EXPECT_EQ(*receipt("quarantine", "waiting").find("waiting"), Value(true));
    EXPECT_EQ(*receipt("attachment", "accepted").find("accepted"), Value(false));
    EXPECT_EQ(*receipt("attachment", "accepted").find("attachment"), Value(true));
}

}  // namespace
}  // namespace web
