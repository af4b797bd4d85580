import Cells
import Testing

@testable import Evidence
@testable import Scene

extension ParadigmsTests {
    @Test func theRowThatGainsNothingIsThereWithItsReason() throws {
        let row = try #require(ParadigmsEvidence.all.firstIndex { $0.exam.plain == "T5 on WMT En-Fr" })
        #expect(ParadigmsEvidence.all[row].gain < ParadigmsEvidence.smallestGain)
        for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            let scene = Scene.after("m m Down*\(row)", on: .paradigms, size: size)
            #expect(scene.picture(size: size).canvas.text.contains("39.8 → 39.8"), "\(size)")
            #expect(scene.narration(columns: 200).contains("pairs are plenty"))
        }
    }

    @Test func anAxisHoldsOneKindOfValue() {
        let all = ParadigmsEvidence.all
        #expect(all.count == 13 && Set(all.map(\.kind)) == Set(ParadigmsEvidence.Kind.allCases))
        for item in all {
            #expect((item.before.subject.higherIsBetter == false) == (item.kind == .errors))
            for figure in [item.before, item.after] { #expect(item.kind.range.contains(figure.value)) }
            #expect(item.isSameNetwork == item.before.subject.method.hasPrefix("from scratch"))
            // What stands at the left of its kind's axis is less, errors too.
            #expect(
                (item.dots.fraction(of: item.after) < item.dots.fraction(of: item.before))
                    == (item.after.value < item.before.value))
            #expect(CellWidth.of(item.names.last ?? "") <= 13 && CellWidth.of(item.names[0]) <= 25)
        }
        #expect(all.filter { $0.gain < 0 }.map(\.exam.plain) == ["GPT-1 on RTE"])
    }

    @Test func nineOfTenNetworksGain() {
        let gains = ParadigmsEvidence.ofOneNetwork.map(\.gain)
        #expect(gains.count == 10 && gains.filter { $0 >= ParadigmsEvidence.smallestGain }.count == 9)
        #expect(
            Scene.after("m m", on: .paradigms).exhibit.headline.plain.contains("nine of ten tests, in one by a hair")
        )
    }

    @Test func everyMarkOfAComparisonIsNamedAtEverySize() {
        for size in ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init) {
            let text = Scene.after("m m", on: .paradigms, size: size).picture(size: size).canvas.text
            for mark in ["○ from scratch", "● pretrained", "◉ both", "◇ "] {
                #expect(text.contains(mark), "\(mark) at \(size)")
            }
        }
        let large = Scene.after("m m", on: .paradigms, size: Size(columns: 200, rows: 60))
        let text = large.picture(size: Size(columns: 200, rows: 60)).canvas.text
        #expect(text.contains("T5 on WMT En-Ro · BLEU · same network, same fine-tuning steps"))
    }

    @Test func theChosenComparisonIsAlwaysSeen() {
        for rows in 2...30 {
            var panel = ParadigmsExhibit()
            panel.perform(.measure)
            panel.perform(.measure)
            for row in ParadigmsEvidence.all.indices {
                panel.chosenRow = row
                let lines = panel.evidenceLines(rows: rows)
                #expect(lines.count <= rows && lines.contains(.row(row)), "row \(row) of \(rows)")
            }
        }
    }
}
