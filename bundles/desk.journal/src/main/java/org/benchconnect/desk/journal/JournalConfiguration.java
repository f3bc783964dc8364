package org.benchconnect.desk.journal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code desk.journal}. */
@ObjectClassDefinition(name = "Journal", description = "Keeps what agents tell of their remote sessions.")
public @interface JournalConfiguration {
    /** Where agents' events come from. */
    @AttributeDefinition(
            required = false,
            description =
                    "The MQTT broker, ssl://host:port, tcp://host:port on this machine only; empty: the journal takes nothing in. As shipped: empty")
    String broker() default "";

    /** Its authorities. */
    @AttributeDefinition(
            required = false,
            description =
                    "A PEM file with the authorities of the broker's certificate, a path absolute or within the desk's folder; empty: those of this Java runtime")
    String broker_authorities() default "";

    /** User at the broker. */
    @AttributeDefinition(required = false, description = "The broker's user; empty: none")
    String user() default "";

    /** Its password. */
    @AttributeDefinition(
            required = false,
            description =
                    "A file with that user's password in its first line, a path absolute or within the desk's folder; empty: none")
    String password_file() default "";

    /** This worker. */
    @AttributeDefinition(
            description =
                    "This worker's name at the broker, 1 to 23 letters, digits and hyphens: another one for each worker, always the same for one. As shipped: desk-1")
    String worker() default "desk-1";

    /** Whose members share the work. */
    @AttributeDefinition(
            description =
                    "The group of workers that share the events, 1 to 40 letters, digits and hyphens. As shipped: desk")
    String group() default "desk";

    /** What it listens to. */
    @AttributeDefinition(description = "The filter of topics. As shipped: bc/v1/+/+/session")
    String topics() default "bc/v1/+/+/session";

    /** Where it is kept. */
    @AttributeDefinition(
            description =
                    "A file for SQLite, a path absolute or within the desk's folder, or postgresql://host:port/name. As shipped: data/journal.db")
    String database() default "data/journal.db";

    /** User at the database. */
    @AttributeDefinition(required = false, description = "The user at PostgreSQL; empty: none")
    String database_user() default "";

    /** Its password. */
    @AttributeDefinition(
            required = false,
            description =
                    "A file with that user's password in its first line, a path absolute or within the desk's folder; empty: none")
    String database_password_file() default "";
}
