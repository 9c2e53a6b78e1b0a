#include "core/features/private/FunctionWords.h"

#include <QStringList>

namespace moderato::features {

namespace {

const QSet<QString>& functionWords() {
    static const QSet<QString> words = wordSet(
        "a an the this that these those some any no every each all both either neither such "
        "i you he she it we they me him her us them my your his its our their mine yours who whom whose "
        "which "
        "what where when why how myself yourself himself herself itself ourselves themselves "
        "of in on at by for with from to into onto over under about above below between among through during "
        "before after against without within upon off up down out as than like "
        "and or but nor so yet if because although though while unless until since whether "
        "am is are was were be been being have has had having do does did doing will would shall should can "
        "could may might must not "
        "i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'll they're they've "
        "that's there's don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't "
        "shouldn't haven't hasn't hadn't there here then just also only too very "
        "的 地 得 了 着 过 是 在 有 和 与 及 或 而 且 但 但是 因 因为 所以 如果 虽然 然而 不过 并 并且 而且 "
        "以及 或者 还是 "
        "我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 这 那 这个 那个 这些 那些 这样 那样 哪 谁 什么 怎么 "
        "为什么 "
        "之 其 此 也 就 都 又 还 再 才 只 很 不 没 没有 被 把 给 让 使 向 往 对 对于 关于 从 到 由 于 以 为 "
        "为了 跟 同 比 将 会 能 "
        "可以 要 上 下 里 中 个 一个 一 吗 呢 吧 啊 呀 么 嘛 等 所");
    return words;
}

} // namespace

QSet<QString> wordSet(const char* list) {
    const QStringList words = QString::fromUtf8(list).split(' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

bool isFunctionWord(const QString& word) {
    return functionWords().contains(word);
}

QString withoutPlural(const QString& word) {
    if (word.size() < 4 || !word.endsWith('s')) {
        return word;
    }
    if (word.endsWith(QLatin1String("ies"))) {
        const bool singular = word.endsWith(QLatin1String("eies")) || word.endsWith(QLatin1String("aies"));
        return singular ? word : word.chopped(3) + 'y';
    }
    if (word.endsWith(QLatin1String("es"))) {
        const bool singular = word.endsWith(QLatin1String("aes")) || word.endsWith(QLatin1String("ees")) ||
                              word.endsWith(QLatin1String("oes"));
        return singular ? word : word.chopped(1);
    }
    const bool singular = word.endsWith(QLatin1String("us")) || word.endsWith(QLatin1String("ss"));
    return singular ? word : word.chopped(1);
}

} // namespace moderato::features
