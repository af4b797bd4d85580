import Foundation

@testable import Cells

/// How eyes see: all three kinds of cones, or one of them missing.
enum Eye: CaseIterable {
    case trichromatic, deuteranopic, protanopic

    /// What is seen of linear red, green and blue; Machado, Oliveira and Fernandes 2009, at full severity.
    var matrix: [[Double]] {
        switch self {
        case .trichromatic: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .deuteranopic:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .protanopic:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        }
    }
}

/// A colour by its linear red, green and blue.
struct Colour {
    var parts: [Double]

    init(_ shade: Theme.Shade, isOf256: Bool) {
        let bytes = isOf256 ? Colour.ofCube(Int(shade.xterm)) : [shade.red, shade.green, shade.blue].map(Double.init)
        parts = bytes.map { byte in
            let value = byte / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    /// A colour of the 256, past the first sixteen, which are the terminal's own.
    private static func ofCube(_ number: Int) -> [Double] {
        if number >= 232 { return Array(repeating: Double(8 + 10 * (number - 232)), count: 3) }
        let levels = [0.0, 95, 135, 175, 215, 255]
        let place = number - 16
        return [place / 36, place / 6 % 6, place % 6].map { levels[$0] }
    }

    /// The contrast by WCAG.
    func contrast(to other: Colour) -> Double {
        let bright = [self, other].map { 0.2126 * $0.parts[0] + 0.7152 * $0.parts[1] + 0.0722 * $0.parts[2] + 0.05 }
        return max(bright[0], bright[1]) / min(bright[0], bright[1])
    }

    /// The colour in L*a*b*, as some eyes see it.
    func seen(by eye: Eye) -> Lab {
        let rgb = eye.matrix.map { row in min(1, max(0, zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 })) }
        func part(_ red: Double, _ green: Double, _ blue: Double, of white: Double) -> Double {
            let value = (red * rgb[0] + green * rgb[1] + blue * rgb[2]) / white
            return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
        }
        let x = part(0.4124564, 0.3575761, 0.1804375, of: 0.95047)
        let y = part(0.2126729, 0.7151522, 0.0721750, of: 1)
        let z = part(0.0193339, 0.1191920, 0.9503041, of: 1.08883)
        return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }
}

/// A colour in L*a*b*.
struct Lab {
    var lightness: Double
    var a: Double
    var b: Double

    init(_ lightness: Double, _ a: Double, _ b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// The distance by CIEDE2000.
    func distance(to other: Lab) -> Double {
        let mean = (hypot(a, b) + hypot(other.a, other.b)) / 2
        let stretch = 1 + 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
        let (first, second) = (chroma(stretch), other.chroma(stretch))
        let lightnessMean = (lightness + other.lightness) / 2
        let chromaMean = (first.value + second.value) / 2
        var turn = second.hue - first.hue
        var hueMean = (first.hue + second.hue) / 2
        if first.value * second.value == 0 {
            turn = 0
            hueMean = first.hue + second.hue
        } else if abs(turn) > 180 {
            turn -= turn > 0 ? 360 : -360
            hueMean += hueMean < 180 ? 180 : -180
        }
        let hueStep = 2 * sqrt(first.value * second.value) * sin(turn / 2 * .pi / 180)
        func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
        let tone =
            1 - 0.17 * cosine(hueMean - 30) + 0.24 * cosine(2 * hueMean) + 0.32 * cosine(3 * hueMean + 6)
            - 0.2 * cosine(4 * hueMean - 63)
        let offset = pow(lightnessMean - 50, 2)
        let lightnessPart = (other.lightness - lightness) / (1 + 0.015 * offset / sqrt(20 + offset))
        let chromaPart = (second.value - first.value) / (1 + 0.045 * chromaMean)
        let huePart = hueStep / (1 + 0.015 * chromaMean * tone)
        let twist =
            -2 * sqrt(pow(chromaMean, 7) / (pow(chromaMean, 7) + pow(25, 7)))
            * sin(60 * exp(-pow((hueMean - 275) / 25, 2)) * .pi / 180)
        return sqrt(
            lightnessPart * lightnessPart + chromaPart * chromaPart + huePart * huePart + twist * chromaPart * huePart)
    }

    /// Chroma and hue, in degrees.
    private func chroma(_ stretch: Double) -> (value: Double, hue: Double) {
        let a = a * stretch
        let hue = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / .pi
        return (hypot(a, b), hue < 0 ? hue + 360 : hue)
    }
}
