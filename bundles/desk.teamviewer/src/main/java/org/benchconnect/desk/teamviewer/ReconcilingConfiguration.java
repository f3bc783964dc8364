package org.benchconnect.desk.teamviewer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Section {@code desk.teamviewer} of the desk's settings; without it nothing here asks TeamViewer anything. */
@ObjectClassDefinition(
        name = "TeamViewer at the desk",
        description = "Compares TeamViewer's reports of connections with what agents recorded")
public @interface ReconcilingConfiguration {
    @AttributeDefinition(
            name = "File of the token",
            description = "The token of TeamViewer's Web API, one line, readable by the desk's account alone; an"
                    + " absolute path or one in the desk's folder. As shipped: teamviewer.token")
    String token() default "teamviewer.token";

    @AttributeDefinition(
            name = "Every",
            description = "Hours between two comparisons, 1 to 168. As shipped: 24",
            min = "1",
            max = "168")
    int every_hours() default 24;
}
