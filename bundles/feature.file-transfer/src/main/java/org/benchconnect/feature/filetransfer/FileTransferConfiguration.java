package org.benchconnect.feature.filetransfer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Section {@code file-transfer} of the settings. As shipped no folder is set, and nothing is transferred. */
@ObjectClassDefinition(
        name = "File transfer",
        description = "The one folder out of which and into which single files go within a remote session")
public @interface FileTransferConfiguration {
    @AttributeDefinition(
            name = "Folder",
            required = false,
            description =
                    "The folder, absolute; no link may lead to it. Received files lie in quarantine/ in it. Without it"
                            + " nothing is transferred")
    String folder() default "";

    @AttributeDefinition(
            name = "Largest file",
            description = "Megabytes of 1000000 bytes; a larger file is refused, 1 to 1000",
            min = "1",
            max = "1000")
    int largest_megabytes() default 32;

    @AttributeDefinition(
            name = "Types",
            description = "Types of files that are transferred, by the endings of their names",
            options = {
                @Option(label = "txt", value = "txt"),
                @Option(label = "log", value = "log"),
                @Option(label = "csv", value = "csv"),
                @Option(label = "json", value = "json"),
                @Option(label = "pdf", value = "pdf"),
                @Option(label = "png", value = "png"),
                @Option(label = "jpg", value = "jpg"),
                @Option(label = "jpeg", value = "jpeg")
            })
    String[] types() default {"txt", "log", "csv", "json", "pdf", "png", "jpg", "jpeg"};
}
