#include "server/web/document_time_line.h"

#include <gtest/gtest.h>

#include "server/web/desk.h"

using namespace web;
using templates::Value;

TEST(DocumentTimeLine, TellsWhatHappenedInItsOrder) {
    const Value signer = Value::Map{{"party", "Szkoła"},
                                    {"state", "signed"},
                                    {"method", "paper"},
                                    {"opened_at", Value()},
                                    {"ended_at", "2026-11-03T00:00:00Z"}};
    const Value document = Value::Map{{"drafted_at", "2026-11-01T00:00:00Z"},
                                      {"issued_at", "2026-11-02T00:00:00Z"},
                                      {"signers", Value::List{signer}}};
    const Value scan = Value::Map{{"kind", "scan"},
                                  {"state", "accepted"},
                                  {"file", "s.png"},
                                  {"at", "2026-11-02T12:00:00Z"},
                                  {"decided_at", "2026-11-03T00:00:00Z"}};
    const Value::List events = timeLineOf(document, {scan});
    ASSERT_EQ(events.size(), 5u);
    EXPECT_EQ(textAt(events[0], "text"), "Przygotowano szkic.");
    EXPECT_EQ(textAt(events[2], "text"), "Otrzymano skan: s.png.");
    EXPECT_EQ(textAt(events[3], "at"), "2026-11-03T00:00:00Z");
}
