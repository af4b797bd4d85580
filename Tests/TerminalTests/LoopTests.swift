import Cells
import Platform
import Testing

@testable import Terminal

@Suite struct LoopTests {
    private func run(
        _ events: [(Double, FakeDevice.Event)], program: NotingProgram = NotingProgram(),
        _ change: (FakeDevice) -> Void = { _ in }
    ) -> (device: FakeDevice, program: NotingProgram, ending: Ending) {
        let device = FakeDevice(events)
        change(device)
        var program = program
        var loop = Loop(device: device, decoder: InputDecoder())
        let ending = loop.run(&program)
        #expect(!device.isStuck)
        return (device, program, ending)
    }

    private func count(_ deed: FakeDevice.Deed, _ device: FakeDevice) -> Int { device.deeds.count { $0 == deed } }

    // MARK: Drawing and waiting

    @Test func theSizeComesFirst() {
        let (_, program, ending) = run([(100, .input("q"))])
        #expect(program.inputs == [.resize(Size(columns: 80, rows: 24)), .key(.character("q"))])
        #expect(ending == .ended)
    }

    @Test func whatComesAtOnceIsDrawnOnce() {
        let (device, program, _) = run([(100, .input("abc")), (200, .wakeUp), (300, .input("q"))])
        #expect(program.keys.count == 4 && program.wakeUps == 1)
        // The first picture, the three keys, and the wake-up.
        #expect(count(.paint, device) == 3)
    }

    @Test func atRestItWaitsForEver() {
        let (device, _, _) = run([(100, .input("a")), (1e6, .wakeUp), (2e6, .input("q"))]) { $0.asks = false }
        #expect(Set(device.waits) == [-1] && device.waits.count == 3)
    }

    @Test func itMovesThirtyTimesASecond() {
        let (device, program, _) = run([(5000, .input("q"))], program: NotingProgram(motion: 1000)) { $0.asks = false }
        #expect((29...31).contains(program.frames))
        #expect(device.waits.count < 40)
    }

    /// A terminal that takes nothing gets nothing, costs nothing, and keeps nobody from ending.
    @Test func nothingIsDrawnWithoutRoom() {
        let (device, program, ending) = run(
            [(100, .room(false)), (150, .input("a")), (250, .input("b")), (400, .signal(SIGTERM))],
            program: NotingProgram(motion: 100)
        ) { $0.roundTrip = 10 }
        #expect(program.keys == [.character("a"), .character("b")])
        #expect(ending == .signal(SIGTERM))
        #expect(device.waits.count < 12, "\(device.waits)")
        #expect(device.deeds.last == .close && count(.silence, device) == 0)
        // Nothing after the room went.
        #expect(count(.paint, device) <= 5)
    }

    @Test func itDrawsWhenThereIsRoomAgain() {
        let (device, _, _) = run([(100, .room(false)), (200, .input("a")), (300, .room(true)), (400, .input("q"))])
        #expect(count(.paint, device) == 2)
    }

    // MARK: Keys of the terminal's own

    @Test(arguments: [("[99;5u", SIGINT), ("[27;5;99~", SIGINT), ("[92;5u", SIGQUIT)])
    func endingKeysInNewForms(sequence: String, signal: Int32) {
        let (device, _, ending) = run([(100, .input("\u{1B}" + sequence))])
        #expect(ending == .signal(signal) && device.deeds.contains(.send(signal)))
    }

    @Test(arguments: ["\u{C}", "\u{1B}[108;5u"]) func controlLRepaints(bytes: String) {
        let (device, program, _) = run([(100, .input(bytes)), (200, .input("q"))])
        #expect(device.deeds.contains(.forget) && count(.paint, device) == 2 && program.keys.count == 1)
    }

    @Test func controlZInANewFormStops() {
        let (device, _, _) = run([(100, .input("\u{1B}[122;5u")), (200, .input("q"))])
        #expect(device.deeds.contains(.send(SIGTSTP)) && device.deeds.contains(.stop))
    }

    @Test func pastesAreGivenAsText() {
        let (_, program, _) = run([
            (100, .input("\u{1B}[200~wq")), (3000, .input("x\u{1B}[201~")), (4000, .input("q")),
        ])
        #expect(program.inputs.contains(.paste("wqx")) && program.keys == [.character("q")])
    }

    // MARK: Repainting

    @Test func theSameSizeAgainRepaints() {
        let (device, _, _) = run([(100, .signal(SIGWINCH)), (200, .input("q"))])
        #expect(device.deeds.contains(.forget) && count(.paint, device) == 2)
    }

    @Test func anotherSizeIsTakenOver() {
        let size = Size(columns: 100, rows: 30)
        let (device, program, _) = run([(100, .signal(SIGWINCH)), (200, .input("q"))]) { $0.newSize = size }
        #expect(program.inputs.contains(.resize(size)) && !device.deeds.contains(.forget))
    }

    @Test(arguments: [("\u{1B}[1;3R", true), ("\u{1B}[1;2R", false)])
    func wideCharactersAreDrawnInAnotherWay(answer: String, isWide: Bool) {
        let (device, _, _) = run([(100, .input(answer)), (200, .input("q"))])
        #expect(device.deeds.contains(.forget) == isWide)
    }
}
