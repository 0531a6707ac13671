#include "base/html_text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(HtmlText, IsTextWhateverStandsInIt) {
    EXPECT_EQ(htmlText("<a href=\"x\">&amp; łódź</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;amp; łódź&lt;/a&gt;");
    EXPECT_EQ(htmlText(""), "");
}

}  // namespace
}  // namespace base
