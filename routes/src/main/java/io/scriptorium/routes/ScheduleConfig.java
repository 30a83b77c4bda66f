package io.scriptorium.routes;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The route that digitises a folder tree at set times.
 *
 * @param cron Quartz cron expression
 * @param timeZone zone in which it is read
 * @param folder root of the tree, which is only read
 * @param outbox where results and reason files go, mirroring the tree
 */
public record ScheduleConfig(String cron, ZoneId timeZone, Path folder, Path outbox) {}
