import LittleWorld
import TinyLM

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of the recorded runs, put together from the folders in which they were trained.
struct RecordingAssets {
    let plans: [RecordingPlan]
    let work: String

    /// Throws 66 where a run is missing, 73 and 74 where a file cannot be written.
    func write(to output: String) throws(CommandError) {
        try withCommandErrors { () throws(StorageError) in try makeParentFolders(of: "\(output)/x") }
        var curves = ""
        var sizes: [TensorFile.Tensor] = []
        for plan in plans {
            let name = plan.description.roundedName
            let contents = try withCommandErrors { () throws(StorageError) in try RunContents(path: "\(work)/\(name)") }
            let run = RecordedRun(
                name: name, description: contents.description,
                reports: plan.hasTrajectory ? contents.reports : contents.reports.filter { isKept($0.step, of: plan) })
            curves += try withCommandErrors { () throws(StorageError) in try run.text() }
            if plan.keepsWeights, let checkpoint = contents.checkpoint {
                sizes += named(plan.description.size?.rawValue ?? name, checkpoint.parameters)
            }
            if plan.hasTrajectory { try writeTrajectory(plan, to: output) }
        }
        try OutputFile.write(curves, to: "\(output)/curves.tsv")
        try writeTensors(sizes, to: "\(output)/sizes.safetensors")
    }

    /// Of the runs that only lend their curves, two reports to a doubling of the steps are enough.
    private func isKept(_ step: Int, of plan: RecordingPlan) -> Bool {
        let steps = plan.description.recipe.steps
        if step == 0 || step == steps { return true }
        if step * 4 >= steps { return step % (steps / 16) < steps / 64 }
        return step & (step - 1) == 0 || (step % 3 == 0 && (step / 3) & (step / 3 - 1) == 0)
    }

    private func writeTrajectory(_ plan: RecordingPlan, to output: String) throws(CommandError) {
        let folder = "\(work)/\(plan.description.roundedName)"
        let steps = ReportSchedule.steps(of: plan.description.recipe.steps)
        var lines = ""
        for step in steps {
            lines += try withCommandErrors { () throws(StorageError) in
                String(decoding: try readFile("\(folder)/snapshot-\(step).json", limit: 1 << 24), as: UTF8.self)
            }
        }
        try OutputFile.write(lines, to: "\(output)/trajectory.jsonl")
        var tensors: [TensorFile.Tensor] = []
        for step in plan.checkpointSteps {
            let file = try withCommandErrors { () throws(StorageError) in
                try TensorFile(path: "\(folder)/step-\(step).safetensors")
            }
            tensors += named("\(step)", file.tensors)
        }
        try writeTensors(tensors, to: "\(output)/trajectory.safetensors")
    }

    private func named(_ prefix: String, _ tensors: [TensorFile.Tensor]) -> [TensorFile.Tensor] {
        tensors.map { TensorFile.Tensor(name: "\(prefix)/\($0.name)", shape: $0.shape, values: $0.values) }
    }

    private func writeTensors(_ tensors: [TensorFile.Tensor], to path: String) throws(CommandError) {
        try withCommandErrors { () throws(StorageError) in
            try AtomicFile.write(TensorFile(tensors: tensors).safetensors(precision: .half), to: path)
        }
    }
}

/// A value as one line of JSON.
func jsonLine(_ value: some Encodable) throws(CommandError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
        throw CommandError("a result cannot be written as JSON: \(error)", exitCode: 70)
    }
}
