import Testing

@testable import TinyLM

/// Gives every right token the probability that its row tells.
private struct Rated: LanguageModel {
    func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        questions.map { question in
            AnswerScore(
                logProbabilities: question.answer.map { -Float($0) }, mostProbable: Array(question.answer))
        }
    }

    func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] { [] }
}

private struct Rows: HeldOutText {
    var rows: [[Token]]
    var heldOutRowCount: Int { rows.count }
    func heldOutRow(at index: Int) -> [Token] { rows[index] }
    func byteCount(of tokens: some Sequence<Token>) -> Int { tokens.reduce(0) { sum, _ in sum + 3 } }
}

@Test func theHeldOutLossIsTheMeanOverTokensWithTheErrorOverRows() throws {
    var sums = HeldOutSums()
    #expect(sums.loss == nil)
    sums.add([0], of: Rows(rows: [[9, 1, 1], [9, 3], [9, 2, 2]]), readBy: Rated())
    #expect(sums.loss?.standardError == nil)
    sums.add([1, 2], of: Rows(rows: [[9, 1, 1], [9, 3], [9, 2, 2]]), readBy: Rated())
    let loss = try #require(sums.loss)
    #expect(abs(loss.crossEntropy - 9.0 / 5) < 1e-12)
    #expect(loss.tokenCount == 5 && loss.rowCount == 3)
    #expect(abs(loss.bitsPerByte - 9 / 0.693_147_180_56 / 15) < 1e-9)
    // Residuals 2 - 3.6, 3 - 1.8, 4 - 3.6; their squares 2.56, 1.44, 0.16 over three rows and five tokens.
    #expect(abs((loss.standardError ?? 0) - (4.16 * 3 / 2).squareRoot() / 5) < 1e-9)
}

@Test func everyRunPaysForItsHeldOutRows() {
    for steps in [1, 10, 98, 500, 4000, 100_000] {
        let recipe = TrainingRecipe(steps: steps, peakLearningRate: 0.01)
        let rows = TrainingRun.heldOutRowCount(recipe)
        #expect((2...256).contains(rows))
        // Two rows are read at any rate, so that there is an error; a row costs a hundredth of a step and more.
        let reports = ReportSchedule.steps(of: steps).count
        #expect(Double(rows * reports) / 48 <= max(0.06 * Double(steps), Double(2 * reports) / 48))
    }
}
