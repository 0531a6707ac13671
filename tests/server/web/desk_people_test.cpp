#include "server/web/desk.h"

#include <gtest/gtest.h>

using namespace web;
using templates::Value;

TEST(DeskPeople, NameAParticipantByInstitutionFunctionOrPerson) {
    const Value meeting = Value::Map{{"institutions", Value::List{Value::Map{{"id", "s"}, {"name", "Szkoła"}}}}};
    const Value person = Value::Map{{"rank", "nadkom."}, {"first_name", "Jan"}, {"last_name", "Nowy"}};
    const Value whole =
        dressedParticipant(meeting, Value::Map{{"institution_ref", "s"}, {"function", "Dyrektor"}, {"person", person}});
    EXPECT_EQ(textAt(whole, "name"), "Szkoła");
    EXPECT_EQ(textAt(whole, "person_name"), "nadkom. Jan Nowy");
    EXPECT_EQ(textAt(dressedParticipant(meeting, Value::Map{{"function", "Prezes"}}), "name"), "Prezes");
    EXPECT_EQ(textAt(dressedParticipant(meeting, Value::Map{{"person", person}}), "name"), "nadkom. Jan Nowy");
}

TEST(DeskPeople, SayRolesInWordsOrAsTheyArePrinted) {
    const Value roles = Value::List{"partner", "chair", "czarodziej"};
    const Value shown = dressedParticipant({}, Value::Map{{"roles", roles}});
    EXPECT_EQ(textAt(shown, "roles_text"), "partner, prowadzenie spotkania, inna rola: czarodziej");
    const Value printed = dressedParticipant({}, Value::Map{{"roles", roles}, {"role_as_printed", "Partner"}});
    EXPECT_EQ(textAt(printed, "roles_text"), "Partner");
}
