import Platform

/// AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization"): two moving averages for every parameter.
struct AdamW<Element: Scalar>: Sendable {
    /// The means of the gradients and of their squares, in the order of the layout.
    let firstMoments, secondMoments: Buffer<Element>
    let recipe: TrainingRecipe

    init(count: Int, recipe: TrainingRecipe) {
        firstMoments = Buffer(count: count)
        secondMoments = Buffer(count: count)
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
            buffer.matrix(at: part.range.lowerBound, rows: part.rows.count, columns: part.slot.columns)
        }
        let updates = Double(step + 1)
        Element.adamW(
            count: count, parameters: piece(weights.parameters).base, firstMoments: piece(firstMoments).base,
            secondMoments: piece(secondMoments).base, gradient: gradient.base, gradientScale: Element(gradientScale),
            learningRate: Element(recipe.learningRate(at: step)),
            weightDecay: part.slot.isVector ? 0 : Element(recipe.weightDecay), beta1: Element(recipe.beta1),
            beta2: Element(recipe.beta2), epsilon: 1e-8, firstCorrection: Element(1 - pow(recipe.beta1, updates)),
            secondCorrection: Element(1 - pow(recipe.beta2, updates)))
        if !part.slot.isVector { weights.updateTranspose(part.slot, rows: part.rows) }
    }
}
