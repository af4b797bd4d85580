#include "CAssets.h"

static const unsigned char baselines[] = {
#embed "../../Assets/figures/baselines.tsv"
};
static const unsigned char bigbench[] = {
#embed "../../Assets/figures/bigbench.tsv"
};
static const unsigned char code[] = {
#embed "../../Assets/figures/code.tsv"
};
static const unsigned char constants[] = {
#embed "../../Assets/figures/constants.tsv"
};
static const unsigned char costs[] = {
#embed "../../Assets/figures/costs.tsv"
};
static const unsigned char emergence[] = {
#embed "../../Assets/figures/emergence.tsv"
};
static const unsigned char gpt3[] = {
#embed "../../Assets/figures/gpt3.tsv"
};
static const unsigned char grammar[] = {
#embed "../../Assets/figures/grammar.tsv"
};
static const unsigned char incontext[] = {
#embed "../../Assets/figures/incontext.tsv"
};
static const unsigned char lesson[] = {
#embed "../../Assets/figures/lesson.tsv"
};
static const unsigned char means[] = {
#embed "../../Assets/figures/means.tsv"
};
static const unsigned char mirage[] = {
#embed "../../Assets/figures/mirage.tsv"
};
static const unsigned char openmodels[] = {
#embed "../../Assets/figures/openmodels.tsv"
};
static const unsigned char prices[] = {
#embed "../../Assets/figures/prices.tsv"
};
static const unsigned char pythia[] = {
#embed "../../Assets/figures/pythia.tsv"
};
static const unsigned char sources[] = {
#embed "../../Assets/figures/sources.tsv"
};
static const unsigned char summarization[] = {
#embed "../../Assets/figures/summarization.tsv"
};
static const unsigned char tasks[] = {
#embed "../../Assets/figures/tasks.tsv"
};
static const unsigned char thresholds[] = {
#embed "../../Assets/figures/thresholds.tsv"
};
static const unsigned char transfer[] = {
#embed "../../Assets/figures/transfer.tsv"
};

static const unsigned char glossary[] = {
#embed "../../Assets/words/glossary.tsv"
};
static const unsigned char tour[] = {
#embed "../../Assets/words/tour.txt"
};

static const unsigned char cases[] = {
#embed "../../Assets/challenges/cases.tsv"
};
static const unsigned char challengePrompts[] = {
#embed "../../Assets/challenges/prompts.tsv"
};

static const unsigned char curves[] = {
#embed "../../Assets/runs/curves.tsv"
};
static const unsigned char trajectory[] = {
#embed "../../Assets/runs/trajectory.jsonl"
};
static const unsigned char trajectoryWeights[] = {
#embed "../../Assets/runs/trajectory.safetensors"
};
static const unsigned char sizeWeights[] = {
#embed "../../Assets/runs/sizes.safetensors"
};
static const unsigned char transferExperiment[] = {
#embed "../../Assets/runs/transfer.json"
};
static const unsigned char adaptationExperiment[] = {
#embed "../../Assets/runs/adaptation.json"
};
static const unsigned char forgettingExperiment[] = {
#embed "../../Assets/runs/forgetting.json"
};
static const unsigned char prompts[] = {
#embed "../../Assets/runs/prompts.jsonl"
};

#define ASSET(name) {#name, name, sizeof name}

static const CAsset assets[] = {
    ASSET(baselines), ASSET(bigbench), ASSET(code), ASSET(constants), ASSET(costs), ASSET(emergence),
    ASSET(gpt3), ASSET(grammar), ASSET(incontext), ASSET(lesson), ASSET(means), ASSET(mirage), ASSET(openmodels),
    ASSET(prices), ASSET(pythia), ASSET(sources), ASSET(summarization), ASSET(tasks), ASSET(thresholds),
    ASSET(transfer), ASSET(glossary), ASSET(tour),
    ASSET(cases), ASSET(challengePrompts),
    ASSET(curves), ASSET(trajectory), ASSET(trajectoryWeights), ASSET(sizeWeights), ASSET(transferExperiment),
    ASSET(adaptationExperiment), ASSET(forgettingExperiment), ASSET(prompts),
};

size_t cAssetCount(void) { return sizeof assets / sizeof assets[0]; }

CAsset cAsset(size_t index) { return assets[index]; }
