#include <gtest/gtest.h>

#include <string_view>

#include "tests/server/process/control_part.h"

int main(int count, char** words) {
    const std::string_view part = count == 2 ? words[1] : "";
    if (part == control::kControl) return control::runControl();
    if (part == control::kBroken) return control::runBroken();
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
