#include "core/media/DecoderProcess.h"

/// `moderato-decoder`: what `moderato` starts to open hostile media. Of no use by hand.
int main() {
    return moderato::media::runDecodeWorker();
}
