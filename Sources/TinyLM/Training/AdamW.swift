import Platform

/// AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization"): two moving averages for every parameter.
struct AdamW<Element: Scalar>: Sendable {
    let first: Buffer<Element>
    let second: Buffer<Element>
    let recipe: TrainingRecipe

    init(count: Int, recipe: TrainingRecipe) {
        first = Buffer(count: count)
        second = Buffer(count: count)
        self.recipe = recipe
    }

    /// Updates the parameters of one part of the gradients, and their transpose. `step` counts from 0.
    func update(
        _ part: Gradients<Element>.Part, of weights: Weights<Element>, with gradients: Gradients<Element>, step: Int,
        gradientScale: Double
    ) {
        let gradient = gradients.matrix(part)
        let count = gradient.count
        func piece(_ buffer: Buffer<Element>) -> Matrix<Element> {
            buffer.matrix(at: part.range.lowerBound, rows: part.rows.count, columns: part.place.columns)
        }
        let updates = Double(step + 1)
        Element.adamW(
            count: count, parameters: piece(weights.parameters).base, first: piece(first).base,
            second: piece(second).base, gradient: gradient.base, gradientScale: Element(gradientScale),
            learningRate: Element(recipe.learningRate(at: step)),
            weightDecay: part.place.isVector ? 0 : Element(recipe.weightDecay), beta1: Element(recipe.beta1),
            beta2: Element(recipe.beta2), epsilon: 1e-8, firstCorrection: Element(1 - pow(recipe.beta1, updates)),
            secondCorrection: Element(1 - pow(recipe.beta2, updates)))
        if !part.place.isVector { weights.updateTranspose(part.place, rows: part.rows) }
    }
}
