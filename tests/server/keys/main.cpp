#include <gtest/gtest.h>

#include <string_view>

#include "server/keys/signer.h"

int main(int count, char** words) {
    if (count == 2 && std::string_view(words[1]) == keys::kSigner) return keys::runSigner();
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
