import Platform

extension Trainer {
    /// About how many bytes a trainer takes; a number of floating point, since a recipe may claim any size.
    static func neededBytes(_ shape: ModelShape, _ recipe: TrainingRecipe, threadCount: Int) -> Double {
        let (layers, width, context) = (Double(shape.layers), Double(shape.width), Double(shape.context))
        let rows = Double(recipe.batchRows)
        let token = layers * (20 * width + 4) + 3 * width + Double(shape.vocabularyCount)
        let attention = layers * Double(shape.heads) * context * context
        // A trainer's batch, and a sequence for each thread of the model that is examined.
        let activations = rows * (Double(recipe.context) * token + attention)
        let examination = Double(threadCount) * (context * token + attention)
        return 4 * (5 * Double(shape.parameterCount) + activations + examination)
    }

    /// Throws 71 where the machine has not half of the memory that a training would take: it is no more than what a
    /// description claims.
    static func requireMemory(
        _ shape: ModelShape, _ recipe: TrainingRecipe, _ pool: WorkerPool, run: String
    ) throws(StorageError) {
        let needed = neededBytes(shape, recipe, threadCount: pool.threadCount)
        let present = Memory.size
        // Where the system does not tell, it is tried.
        guard present > 0, needed > 2 * present else { return }
        throw StorageError(
            "\(run): this training takes \(Int(needed / 1e9)) GB of memory, and the machine has \(Int(present / 1e9)); "
                + "train a smaller model into another --output", exitCode: 71)
    }
}
