package io.scriptorium.modelruntime.verify;

/**
 * One compared case.
 *
 * @param name of the case
 * @param figures what was compared and how far apart it is, for people
 * @param passed whether all errors are below the limit and all else is equal
 */
public record VerificationCase(String name, String figures, boolean passed) {}
