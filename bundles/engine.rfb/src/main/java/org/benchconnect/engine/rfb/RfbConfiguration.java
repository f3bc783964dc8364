package org.benchconnect.engine.rfb;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Section {@code remote-support-open}. */
@ObjectClassDefinition(
        name = "Remote support, open",
        description = "The open remote desktop engine: which desktop server it starts for a session, and where.")
public @interface RfbConfiguration {
    @AttributeDefinition(
            options = {@Option("x11vnc"), @Option("xvnc"), @Option("tightvnc"), @Option("ultravnc")},
            description =
                    "The desktop server: x11vnc shows an X display that is there, xvnc makes one of its own, tightvnc and ultravnc"
                            + " are for Windows and must be installed with the settings that the manual names. As shipped: x11vnc")
    String server() default "x11vnc";

    @AttributeDefinition(description = "The X display, like :0. As shipped: :0")
    String display() default ":0";

    @AttributeDefinition(
            required = false,
            description =
                    "The X authority file of that display, absolute, readable by this service's account and not by every account."
                            + " Without it x11vnc takes that of the environment, and xvnc a cookie of the session's own; with it,"
                            + " xvnc's must be this account's alone")
    String authority() default "";

    @AttributeDefinition(
            description =
                    "For xvnc: how large its display is, like 1280x800, 100 to 99999 each way. As shipped: 1280x800")
    String geometry() default "1280x800";
}
