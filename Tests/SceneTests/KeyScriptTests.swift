import Cells
import Testing

@testable import Scene

@Suite struct KeyScriptTests {
    @Test func wordsAreKeysRepetitionsWaitsAndText() throws {
        let script = try KeyScript("4 Right*3 S-Left wait:0.5  * text:a?")
        #expect(
            script.steps == [
                .key(.character("4")), .key(.right), .key(.right), .key(.right), .key(.shiftLeft),
                .wait(seconds: 0.5), .key(.character("*")), .key(.character("a")), .key(.character("?")),
            ])
        #expect(try KeyScript("").steps.isEmpty)
        for key in Key.named { #expect(try KeyScript(key.name).steps == [.key(key)]) }
    }

    @Test(arguments: [
        "Rihgt", "Right*", "Right*0", "Right*10001", "Right*2*2", "wait:", "wait:-1", "wait:601", "wait:nan", "**",
        "text:a\u{7}",
    ])
    func aWordThatIsNoKeyIsNamed(word: String) {
        #expect {
            try KeyScript("Right \(word)")
        } throws: { error in
            "\(error)".contains("“\(word)”") && "\(error)".contains("write")
        }
    }

    @Test func animationsAreSettledUnlessAWaitComesLast() throws {
        var runtime = Runtime(Scene(panel: .scale), answerer: TestAnswerer())
        runtime.play(try KeyScript("End"))
        #expect(!runtime.scene.isMoving)
        runtime.play(try KeyScript("Home wait:0.01"))
        #expect(runtime.scene.isMoving)
        runtime.play(try KeyScript("wait:60"))
        #expect(!runtime.scene.isMoving && runtime.scene.slider.value == 1e7)
    }

    @Test func nothingIsPressedAfterTheEnd() throws {
        var runtime = Runtime(Scene(panel: .scale), answerer: TestAnswerer())
        runtime.play(try KeyScript("q End"))
        #expect(runtime.hasEnded && runtime.scene.slider.value == 1e9)
    }
}
