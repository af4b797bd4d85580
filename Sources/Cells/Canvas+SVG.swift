extension Canvas {
    /// The picture as an SVG image: text in a monospaced font, blocks and braille as shapes, so that it looks the same
    /// whatever font the reader has.
    public func svg(theme: Theme) -> String {
        Canvas.svgHead(size, theme) + (0..<size.rows).map { svg(row: $0, theme: theme) }.joined() + "</svg>\n"
    }

    /// Width and height of a cell in the image's units.
    private static let unit = (width: 9, height: 19)

    /// The image's beginning, with its paper.
    static func svgHead(_ size: Size, _ theme: Theme) -> String {
        let columns = size.columns * unit.width
        let rows = size.rows * unit.height
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(columns) \(rows)" width="\(columns)" \
            height="\(rows)" font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="15" \
            xml:space="preserve">
            <rect width="100%" height="100%" fill="\(theme.paper.background.hex)"/>

            """
    }

    /// One row of the image.
    func svg(row: Int, theme: Theme) -> String {
        var output = ""
        writeBackgrounds(row: row, theme: theme, unit: Canvas.unit, into: &output)
        writeGlyphs(row: row, theme: theme, unit: Canvas.unit, into: &output)
        return output
    }

    private func colors(_ style: Style, _ theme: Theme) -> (foreground: String, background: String?) {
        let foreground = (theme.shade(style.foreground) ?? theme.paper.foreground).hex
        let background = theme.shade(style.background)?.hex
        guard style.attributes.contains(.reverse) else { return (foreground, background) }
        return (background ?? theme.paper.background.hex, foreground)
    }

    private func writeBackgrounds(row: Int, theme: Theme, unit: (width: Int, height: Int), into output: inout String) {
        var column = 0
        while column < size.columns {
            let start = column
            let color = colors(cells[row * size.columns + column].style, theme).background
            while column < size.columns, colors(cells[row * size.columns + column].style, theme).background == color {
                column += 1
            }
            guard let color else { continue }
            output += """
                <rect x="\(start * unit.width)" y="\(row * unit.height)" width="\((column - start) * unit.width)" \
                height="\(unit.height)" fill="\(color)"/>

                """
        }
    }

    /// The shapes of one colour that stand side by side; those that fill a cell from side to side join.
    private func shapes(
        row: Int, from column: inout Int, theme: Theme, unit: (width: Int, height: Int)
    ) -> String {
        let color = colors(cells[row * size.columns + column].style, theme).foreground
        var output = ""
        while column < size.columns {
            let cell = cells[row * size.columns + column]
            guard let scalar = cell.glyph?.base, colors(cell.style, theme).foreground == color else { break }
            let start = column
            repeat {
                column += 1
            } while SVGShape.isWide(scalar) && column < size.columns
                && cells[row * size.columns + column].glyph?.base == scalar
                && colors(cells[row * size.columns + column].style, theme).foreground == color
            let wide = (width: (column - start) * unit.width, height: unit.height)
            let corner = (x: start * unit.width, y: row * unit.height)
            guard let shape = SVGShape.of(scalar, corner: corner, unit: wide) else {
                column = start
                break
            }
            output += shape
        }
        return output
    }

    private func writeGlyphs(row: Int, theme: Theme, unit: (width: Int, height: Int), into output: inout String) {
        var column = 0
        while column < size.columns {
            let cell = cells[row * size.columns + column]
            guard let glyph = cell.glyph, glyph != .space else {
                column += 1
                continue
            }
            let color = colors(cell.style, theme).foreground
            let corner = (x: column * unit.width, y: row * unit.height)
            if SVGShape.of(glyph.base, corner: corner, unit: unit) != nil {
                let shapes = shapes(row: row, from: &column, theme: theme, unit: unit)
                output += "<path d=\"\(shapes)\" fill=\"\(color)\"/>\n"
                continue
            }
            let start = column
            var run = ""
            var blanks = ""
            while column < size.columns {
                let next = cells[row * size.columns + column]
                guard next.style == cell.style else { break }
                if let glyph = next.glyph {
                    if SVGShape.of(glyph.base, corner: corner, unit: unit) != nil { break }
                    if glyph == .space {
                        blanks += " "
                        if blanks.count > 1 { break }
                    } else {
                        run += blanks
                        blanks = ""
                        glyph.write(into: &run)
                    }
                }
                column += 1
            }
            let cellsTaken = CellWidth.of(run)
            let bold = cell.style.attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
            let under = cell.style.attributes.contains(.underline) ? " text-decoration=\"underline\"" : ""
            output += """
                <text x="\(start * unit.width)" y="\(corner.y + 14)" textLength="\(cellsTaken * unit.width)" \
                lengthAdjust="spacingAndGlyphs" fill="\(color)"\(bold)\(under)>\(SVGShape.escaped(run))</text>

                """
        }
    }
}

/// Characters that are drawn as shapes, so that neighbouring cells join.
private enum SVGShape {
    static func of(_ scalar: Unicode.Scalar, corner: (x: Int, y: Int), unit: (width: Int, height: Int)) -> String? {
        let (x, y) = corner
        let (width, height) = unit
        switch scalar.value {
        case 0x2581...0x2588:
            let tall = max(1, height * Int(scalar.value - 0x2580) / 8)
            return rectangle(x, y + height - tall, width, tall)
        case 0x2589...0x258F:
            return rectangle(x, y, max(1, width * Int(0x2590 - scalar.value) / 8), height)
        case 0x2500: return rectangle(x, y + height / 2, width, 1)
        case 0x2501: return rectangle(x, y + height / 2 - 1, width, 2)
        case 0x2502: return rectangle(x + width / 2, y, 1, height)
        case 0x2594: return rectangle(x, y, width, 2)
        case 0x2801...0x28FF:
            let dots = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
            return dots.enumerated().filter { scalar.value & (1 << UInt32($0.offset)) != 0 }
                .map { rectangle(x + 1 + $0.element.0 * 5, y + 1 + $0.element.1 * 5, 2, 2) }.joined()
        default: return nil
        }
    }

    /// Whether the shape reaches from side to side, so that several of them are one.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2581...0x2588, 0x2500, 0x2501, 0x2594: true
        default: false
        }
    }

    private static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
        "M\(x) \(y)h\(width)v\(height)h-\(width)z"
    }

    static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            default: output.append(character)
            }
        }
        return output
    }
}

extension Theme.Shade {
    fileprivate var hex: String {
        "#" + [red, green, blue].map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
