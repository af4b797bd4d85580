import Testing

@testable import Cells

@Test func anEmptyCanvasHasNoFault() { #expect(Canvas(Size(columns: 3, rows: 2)).firstFault() == nil) }
