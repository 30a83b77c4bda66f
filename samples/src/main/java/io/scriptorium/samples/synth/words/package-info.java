/** Text in several languages, made from grammars and word lists by seeded chance. */
@NullMarked
package io.scriptorium.samples.synth.words;

import org.jspecify.annotations.NullMarked;
