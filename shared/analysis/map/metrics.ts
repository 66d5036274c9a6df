/** Sizes of everything on a map, in pixels of 96 to the inch; no text is smaller than 9 points. */
export const metrics = {
  labelSize: 13,
  smallSize: 12,
  labelLine: 15.5,
  smallLine: 14.5,
  /** Widths a box may have, the best one first. */
  boxWidths: [148, 138, 128, 118, 108, 98, 90],
  boxMinHeight: 44,
  boxPaddingX: 7,
  boxPaddingY: 6,
  labelLines: 4,
  detailLines: 2,
  /** Distance between parallel lines. */
  track: 11,
  /** From the border of a box to the nearest line along it; an arrow head fits. */
  clearance: 15,
  /** The same between columns, where width is scarce. */
  clearanceX: 13,
  gutterX: 30,
  /** Between narrow boxes. */
  gutterNarrow: 22,
  gutterY: 28,
  laneGutter: 15,
  laneHeader: 80,
  groupHeader: 26,
  tickHeader: 26,
  margin: 12,
  /** Between a corner of a box and the nearest line that leaves the box. */
  cornerX: 22,
  cornerY: 10,
  badge: 10,
  edgeLabelWidth: 110,
  /** Where there is too little room for that. */
  edgeLabelNarrow: 62,
  framePadding: 11,
  frameTitle: 18,
} as const
