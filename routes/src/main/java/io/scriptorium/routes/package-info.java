/** Where documents come from and where results go: folders, Kafka topics and schedules. */
@NullMarked
package io.scriptorium.routes;

import org.jspecify.annotations.NullMarked;
