#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace pdfgen {

/// A place where a line may end, in points from the paragraph's beginning on one endless line. Text and spaces are
/// counted apart, because only spaces stretch.
struct BreakPoint {
    double endText = 0;   ///< text up to here, with the hyphen that is drawn when the line ends here
    double endSpace = 0;  ///< spaces up to here, without one that stands here
    double nextText = 0;  ///< where the next line's text begins
    double nextSpace = 0;
    double penalty = 0;
    bool dividesWord = false;
};

enum class Setting { justified, ragged };

/// What lines are to be like in one try.
struct LineGoal {
    double widthPt = 0;
    double firstIndentPt = 0;
    Setting setting = Setting::justified;
    double tolerance = 2;  ///< greatest stretch, as a ratio of what the line's spaces give
    bool dividesWords = true;
    bool mustSucceed = false;     ///< rather a bad line than none
    double raggedStretchPt = 30;  ///< free space that counts as a stretch of 1 in ragged lines
    double shortestLastPt = 20;
};

/// The places, ascending indices into `points`, where lines end with the fewest demerits in sum (Knuth and Plass 1981:
/// total fit). The last point is the paragraph's end and always chosen. None when no lines are within the tolerance.
std::optional<std::vector<std::size_t>> chooseBreaks(std::span<const BreakPoint> points, const LineGoal& goal);

/// Spaces may grow by a half and shrink by a third of their width.
inline constexpr double kSpaceStretch = 0.5;
inline constexpr double kSpaceShrink = 1.0 / 3;

}  // namespace pdfgen
