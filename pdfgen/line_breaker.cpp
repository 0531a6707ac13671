#include "pdfgen/line_breaker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pdfgen {
namespace {

constexpr double kLinePenalty = 10;
constexpr double kWorstBadness = 100000;
constexpr double kUnequalLines = 10000;      ///< a loose line beside a tight one
constexpr double kSecondHyphen = 10000;      ///< two divided words in a row
constexpr double kThirdHyphen = 1e9;         ///< only where nothing else is possible
constexpr double kHyphenBeforeLast = 60000;  ///< a divided word reaches into the last line
constexpr double kShortLastLine = 40000;
constexpr double kHuge = 1e12;    ///< a line that is too wide
constexpr double kClose = 0.005;  ///< rounding, in points
constexpr std::size_t kFitnessClasses = 4;
constexpr std::size_t kHyphenRuns = 3;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// The best way to end a line at `point`, after `run` divided words in a row.
struct Node {
    std::size_t point = kNone;
    std::size_t run = 0;
    std::size_t fitness = 1;
    double demerits = 0;
    std::size_t previous = kNone;
};

struct Fit {
    double ratio = 0;
    double badness = 0;
    bool tooWide = false;
    bool isWithin = false;
};

std::size_t fitnessOf(double ratio) {
    if (ratio < -0.5) return 0;
    if (ratio <= 0.5) return 1;
    return ratio <= 1 ? 2 : 3;
}

class TotalFit {
public:
    TotalFit(std::span<const BreakPoint> points, const LineGoal& goal) : points_(points), goal_(goal) {
        nodes_.push_back({});
        active_.push_back(0);
    }

    std::optional<std::vector<std::size_t>> run() {
        for (std::size_t point = 0; point < points_.size(); ++point) {
            const bool isEnd = point + 1 == points_.size();
            if (points_[point].dividesWord && !goal_.dividesWords) continue;
            reach(point, isEnd);
            if (active_.empty() && !isEnd) return std::nullopt;
        }
        return reachedEnd_ == kNone ? std::nullopt : std::optional(path(reachedEnd_));
    }

private:
    /// Finds the best lines that end at `point` and makes nodes of them.
    void reach(std::size_t point, bool isEnd) {
        best_ = {};
        std::size_t kept = 0;
        const std::size_t before = active_.size();
        const std::size_t lastTried = before == 0 ? kNone : active_.back();
        for (std::size_t i = 0; i < before; ++i) {
            const std::size_t from = active_[i];
            const Fit fit = fitOf(nodes_[from], points_[point], isEnd);
            if (fit.isWithin) consider(from, point, fit, isEnd);
            if (!fit.tooWide) active_[kept++] = from;
        }
        active_.resize(kept);
        const std::size_t made = keepBest(isEnd);
        if (goal_.mustSucceed && made == 0 && (kept == 0 || isEnd) && lastTried != kNone) {
            consider(lastTried, point, {0, kHuge, true, true}, isEnd);
            keepBest(isEnd);
        }
    }

    Fit fitOf(const Node& from, const BreakPoint& to, bool isEnd) const {
        const bool isFirst = from.point == kNone;
        const double text = to.endText - (isFirst ? 0 : points_[from.point].nextText);
        const double space = to.endSpace - (isFirst ? 0 : points_[from.point].nextSpace);
        const double slack = goal_.widthPt - (isFirst ? goal_.firstIndentPt : 0) - text - space;
        return goal_.setting == Setting::justified ? justifiedFit(slack, space, isEnd) : raggedFit(slack, isEnd);
    }

    Fit justifiedFit(double slack, double space, bool isEnd) const {
        Fit fit;
        if (slack < 0) {
            const double shrink = space * kSpaceShrink;
            fit.tooWide = slack + shrink < -kHyphenSlackPt;
            if (slack + shrink < -kClose) return fit;
            fit.ratio = shrink > 0 ? std::max(slack / shrink, -1.0) : 0;
        } else if (!isEnd && slack > kClose) {
            if (space <= 0) return fit;
            fit.ratio = slack / (space * kSpaceStretch);
        }
        fit.badness = 100 * std::abs(fit.ratio) * fit.ratio * fit.ratio;
        fit.isWithin = fit.ratio <= goal_.tolerance;
        return fit;
    }

    Fit raggedFit(double slack, bool isEnd) const {
        Fit fit;
        fit.tooWide = slack < -kHyphenSlackPt;
        if (slack < -kClose) return fit;
        const double ratio = isEnd ? 0 : std::max(slack, 0.0) / goal_.raggedStretchPt;
        fit.badness = std::min(100 * ratio * ratio * ratio, kWorstBadness);
        fit.isWithin = ratio <= goal_.tolerance;
        return fit;
    }

    void consider(std::size_t from, std::size_t point, const Fit& fit, bool isEnd) {
        const BreakPoint& to = points_[point];
        const Node& start = nodes_[from];
        const std::size_t run = to.dividesWord ? start.run + 1 : 0;
        if (run >= kHyphenRuns && !goal_.mustSucceed) return;
        const std::size_t fitness = goal_.setting == Setting::justified ? fitnessOf(fit.ratio) : 1;
        const double cost = kLinePenalty + fit.badness;
        double demerits = start.demerits + cost * cost + to.penalty * to.penalty;
        if (run >= kHyphenRuns) demerits += kThirdHyphen;
        if (run == 2) demerits += kSecondHyphen;
        if (start.point != kNone && (fitness > start.fitness + 1 || start.fitness > fitness + 1)) {
            demerits += kUnequalLines;
        }
        if (isEnd && start.point != kNone) demerits += lastLineDemerits(points_[start.point], to);
        Node& best = best_[std::min(run, kHyphenRuns - 1) * kFitnessClasses + fitness];
        if (best.point == kNone || demerits < best.demerits) {
            best = {point, std::min(run, kHyphenRuns - 1), fitness, demerits, from};
        }
    }

    double lastLineDemerits(const BreakPoint& from, const BreakPoint& to) const {
        const double width = to.endText - from.nextText + to.endSpace - from.nextSpace;
        return (from.dividesWord ? kHyphenBeforeLast : 0) + (width < goal_.shortestLastPt ? kShortLastLine : 0);
    }

    std::size_t keepBest(bool isEnd) {
        std::size_t made = 0;
        for (const Node& node : best_) {
            if (node.point == kNone) continue;
            ++made;
            nodes_.push_back(node);
            const std::size_t index = nodes_.size() - 1;
            if (!isEnd) {
                active_.push_back(index);
            } else if (reachedEnd_ == kNone || node.demerits < nodes_[reachedEnd_].demerits) {
                reachedEnd_ = index;
            }
        }
        return made;
    }

    std::vector<std::size_t> path(std::size_t node) const {
        std::vector<std::size_t> breaks;
        for (; nodes_[node].point != kNone; node = nodes_[node].previous) breaks.push_back(nodes_[node].point);
        std::reverse(breaks.begin(), breaks.end());
        return breaks;
    }

    /// A line that is too wide with its hyphen may fit at a later place without one.
    static constexpr double kHyphenSlackPt = 12;

    std::span<const BreakPoint> points_;
    LineGoal goal_;
    std::vector<Node> nodes_{};
    std::vector<std::size_t> active_{};
    std::array<Node, kFitnessClasses * kHyphenRuns> best_{};
    std::size_t reachedEnd_ = kNone;
};

}  // namespace

std::optional<std::vector<std::size_t>> chooseBreaks(std::span<const BreakPoint> points, const LineGoal& goal) {
    return TotalFit(points, goal).run();
}

}  // namespace pdfgen
