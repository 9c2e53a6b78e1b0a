#pragma once

#include "core/ml/TrainingSettings.h"
#include "core/ml/topics/TopicTrainer.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace moderato::bench {

/// The command line of a benchmark of models: words, and settings "key=value" — the benchmark's own and those
/// of the training.
class Arguments {
public:
    Arguments(int argc, char** argv, std::set<std::string> own)
        : own_(std::move(own)) {
        for (int i = 1; i < argc; ++i) {
            const std::string word = argv[i];
            const std::size_t equals = word.find('=');
            if (equals == std::string::npos) {
                words.push_back(word);
            } else {
                settings_[word.substr(0, equals)] = word.substr(equals + 1);
            }
        }
    }

    std::string text(const std::string& key, const std::string& fallback = {}) const {
        const auto found = settings_.find(key);
        return found == settings_.end() ? fallback : found->second;
    }
    int number(const std::string& key, int fallback) const {
        const std::string given = text(key);
        return given.empty() ? fallback : std::stoi(given);
    }
    /// Everything that is not the benchmark's own; ends the program where there is no such setting.
    template <class Options> void applyTo(Options& options) const {
        std::vector<std::string> others;
        for (const auto& [key, value] : settings_) {
            if (!own_.contains(key)) {
                others.push_back(key + "=" + value);
            }
        }
        if (const Status applied = ml::TrainingSettings(options).apply(others); !applied) {
            std::cerr << applied.error().message.toStdString() << '\n';
            std::exit(2);
        }
    }

    std::vector<std::string> words;

private:
    std::set<std::string> own_;
    std::map<std::string, std::string> settings_;
};

inline std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

/// Columns: labels (joined by |), title, body, tags (joined by |); the later ones may be missing.
inline std::vector<ml::TopicExample> readExamples(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        std::cerr << path << " cannot be read\n";
        std::exit(1);
    }
    std::vector<ml::TopicExample> examples;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> columns = split(line, '\t');
        columns.resize(4);
        examples.push_back({{columns[1], columns[2], split(columns[3], '|')}, split(columns[0], '|')});
    }
    return examples;
}

/// What was computed; ends the program with the sentence where it was not.
template <class T> T orExit(Result<T> result) {
    if (!result) {
        std::cerr << result.error().message.toStdString() << ' ' << result.error().detail.toStdString()
                  << '\n';
        std::exit(1);
    }
    return std::move(*result);
}

} // namespace moderato::bench
