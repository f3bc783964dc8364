package org.benchconnect.instrument.log;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Section {@code adapter.aquios-lis} of the settings. Public, because Declarative Services reads the prefix from outside and takes one that it cannot read for none.
 */
@ObjectClassDefinition(
        name = "AQUIOS, link to the laboratory information system",
        description = "By the archive that the instrument keeps of its ASTM link; nothing sits in the link")
public @interface LisConfiguration {
    String PREFIX_ = "adapter.";

    @AttributeDefinition(
            required = false,
            description = "Folder in which the archive of the link lies, absolute. Without it nothing is followed")
    String folder() default "";

    @AttributeDefinition(description = "Names of the archive's files, a glob. As shipped: *")
    String pattern() default "*";

    @AttributeDefinition(
            min = "1",
            max = "10000",
            description = "Frames refused, damaged or sent again within ten minutes; so many are a warning, 1 to 10000."
                    + " As shipped: 3")
    int trouble_warning() default 3;

    @AttributeDefinition(
            min = "1",
            max = "10000",
            description = "Frames refused, damaged or sent again within ten minutes; so many are a fault, 1 to 10000."
                    + " As shipped: 10")
    int trouble_fault() default 10;

    @AttributeDefinition(
            required = false,
            description = "What coded comments mean, rules as of a log. As shipped: CONTROL_FAILED fault instrument:"
                    + " ^CONTROL_FAILED")
    String[] comment_rules() default {"CONTROL_FAILED fault instrument: ^CONTROL_FAILED"};
}
