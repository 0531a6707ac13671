#include <gtest/gtest.h>

#include <string_view>

#include "server/confine/helper.h"

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == confine::kHelper) return confine::runHelper();
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
