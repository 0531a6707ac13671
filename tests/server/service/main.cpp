#include <gtest/gtest.h>

#include <string_view>

#include "server/confine/helper.h"
#include "server/keys/signer.h"

int main(int count, char** words) {
    const std::string_view part = count == 2 ? words[1] : "";
    if (part == confine::kHelper) return confine::runHelper();
    if (part == keys::kSigner) return keys::runSigner();
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
