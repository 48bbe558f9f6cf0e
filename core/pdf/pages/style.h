// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Type sizes, greys and the grid of the printed log form, in points and millimetres. Nothing that is drawn.
// Text of 7.5 pt or less is always black: a copy of a copy must keep it.

#include "core/pdf/canvas.h"

namespace core::pdf::pages::style {

inline constexpr double kDark = 0.2;  // labels of 8 pt or more
inline constexpr double kBar = 0.333; // bars of charts
inline constexpr double kGrid = 0.667;
inline constexpr double kNight = 0.925;
inline constexpr double kMilestone = 0.894;

inline constexpr TextStyle kFrontTitle{Face::Bold, 32, 12, 0};
inline constexpr TextStyle kFrontCase{Face::Regular, 18, 9, 0};
inline constexpr TextStyle kTitle{Face::Bold, 20, 9, 0};
inline constexpr TextStyle kExhibitTitle{Face::Bold, 13, 6, 0};
inline constexpr TextStyle kHeading{Face::Bold, 10, 4.5, 0};
inline constexpr TextStyle kBody{Face::Regular, 9.5, 4.5, 0};
inline constexpr TextStyle kBodyBold{Face::Bold, 9.5, 4.5, 0};
inline constexpr TextStyle kBodyDark{Face::Regular, 9.5, 4.5, kDark};
inline constexpr TextStyle kFigure{Face::Bold, 24, 10, 0};
inline constexpr TextStyle kTable{Face::Regular, 8, 3.75, 0};
inline constexpr TextStyle kTableBold{Face::Bold, 8, 3.75, 0};
inline constexpr TextStyle kList{Face::Regular, 8, 3.6, 0};
inline constexpr TextStyle kListBold{Face::Bold, 8, 3.6, 0};
inline constexpr TextStyle kLog{Face::Regular, 7.5, 3.5, 0};
inline constexpr TextStyle kLogBold{Face::Bold, 7.5, 3.5, 0};
inline constexpr TextStyle kSmall{Face::Regular, 7, 3.3, 0};
inline constexpr TextStyle kCaption{Face::Regular, 7.5, 3.5, 0};
inline constexpr TextStyle kCaptionBold{Face::Bold, 7.5, 3.5, 0};
inline constexpr TextStyle kChart{Face::Regular, 7, 2.8, 0};
inline constexpr TextStyle kChartBold{Face::Bold, 7, 2.8, 0};
inline constexpr TextStyle kChartSmall{Face::Regular, 6.5, 2.6, 0};
inline constexpr TextStyle kMessage{Face::Regular, 9.5, 4.6, 0};
inline constexpr TextStyle kContext{Face::Regular, 9, 4.4, kDark};
inline constexpr TextStyle kClock{Face::Bold, 9, 4.2, 0};
inline constexpr TextStyle kStamp{Face::Bold, 10, 5, 0};
inline constexpr TextStyle kPageNumber{Face::Bold, 9, 4, 0};

struct Grid {
    double pageWidth, pageHeight, left, top, width, height; // the body
    double headTop, footRule;                               // from the page's top
};
inline constexpr Grid kPortrait{210, 297, 22, 18, 170, 258, 9, 282.4};
inline constexpr Grid kLandscape{297, 210, 15, 18, 267, 173, 11, 196.4};

inline constexpr double kColumn = 36; // where messages and values begin
inline constexpr double kValue = 66;  // where values of the front page begin

} // namespace core::pdf::pages::style
