import Evidence
import Platform
import Testing

@testable import Engine

private func progress(_ fraction: Double) -> Answer { .progress(Progress(.training, fraction: fraction)) }

@Suite struct MailboxTests {
    private let wakes = Monitor(0)
    private let mailbox: Mailbox
    private let one = QuestionID(1)
    private let two = QuestionID(2)

    init() {
        let wakes = wakes
        mailbox = Mailbox { wakes.change { $0 += 1 } }
        mailbox.open(one)
        mailbox.open(two)
    }

    @Test func whatReplacesAnotherTakesItsPlace() {
        mailbox.put(progress(0.1), to: one)
        mailbox.put(.runs([]), to: one)
        mailbox.put(progress(0.5), to: two)
        mailbox.put(progress(0.2), to: one)
        mailbox.put(.finished, to: one)
        let taken = mailbox.takeAll()
        #expect(taken.map(\.0) == [one, one, two, one])
        #expect(taken.map(\.1) == [progress(0.2), .runs([]), progress(0.5), .finished])
        #expect(mailbox.takeAll().isEmpty)
    }

    @Test func oneWakeIsEnoughForAllThatLies() {
        for step in 0..<100 { mailbox.put(progress(Double(step) / 100), to: one) }
        #expect(wakes.current == 1)
        _ = mailbox.takeAll()
        mailbox.put(progress(1), to: one)
        #expect(wakes.current == 2)
    }

    @Test func nothingFollowsTheLastAnswer() {
        mailbox.put(.failure(Failure("no", exitCode: 64)), to: one)
        mailbox.put(.runs([]), to: one)
        mailbox.put(.finished, to: one)
        #expect(mailbox.takeAll().map(\.1) == [.failure(Failure("no", exitCode: 64))])
    }

    @Test func whatIsNotAskedAnyMoreIsDropped() {
        mailbox.put(progress(0.1), to: one)
        mailbox.put(progress(0.1), to: two)
        mailbox.close(one)
        mailbox.put(progress(0.2), to: one)
        #expect(mailbox.takeAll().map(\.0) == [two])
        #expect(wakes.current == 1)
    }
}
