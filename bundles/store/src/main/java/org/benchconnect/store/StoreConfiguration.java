package org.benchconnect.store;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code store} of the settings. */
@ObjectClassDefinition(name = "Store", description = "What may wait in the database of this PC")
@interface StoreConfiguration {
    /** Rows. */
    @AttributeDefinition(
            name = "Messages that may wait",
            description =
                    "Messages (1000 to 1000000) that may wait for the service side. When there are more, the oldest is given"
                            + " up, counted and told; never a fault, a registration or a head of the ledger. At 40 messages"
                            + " a day 50000 are more than three years.",
            min = "1000",
            max = "1000000")
    int outbox_messages() default 50_000;

    /** Bytes. */
    @AttributeDefinition(
            name = "Room for messages that wait",
            description = "Megabytes (1 to 1000) that the messages may take together, as stored.",
            min = "1",
            max = "1000")
    int outbox_megabytes() default 64;
}
