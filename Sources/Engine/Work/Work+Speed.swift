import Evidence
import LittleWorld
import Platform
import TinyLM

extension Work {
    /// Seconds for which a size is trained to tell its speed.
    private static let secondsOfMeasuring = 3.0

    /// How fast this machine trains a size, on all processors that a training may use.
    func measureSpeed(of name: String) throws(Failure) {
        guard let size = ModelSize(rawValue: name) else {
            let names = ModelSize.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("there is no size \(name); choose one of \(names)", exitCode: 64)
        }
        let job = job
        job.answer(.progress(Progress(.training, fraction: 0)))
        let speed = TrainingBenchmark.speed(
            of: size, vocabularyCount: Vocabulary.little.count, threads: workshop.threadCount,
            seconds: Self.secondsOfMeasuring, hasLowPriority: true
        ) { part in
            job.answer(.progress(Progress(.training, fraction: part)))
            return !job.isStopped
        }
        guard !job.isStopped else { return }
        guard let speed = TrainingSpeed(speed, on: Processor.name) else {
            throw Failure("this machine has no clock to measure by", exitCode: 71)
        }
        job.answer(.speed(speed))
    }
}
