package org.benchconnect.simulator;

import java.nio.charset.StandardCharsets;

/** The acquisition protocol that an LMD file carries between its datasets: free text in sections, of no format's rules. */
final class Protocol {
    private Protocol() {}

    static byte[] bytes(Run run) {
        StringBuilder text = new StringBuilder("  \r\n[Config]\r\n");
        text.append("NoOfLasers=").append(run.lasers().size()).append("\r\n");
        text.append("NoOfFLDetectors=").append(run.detectors().size()).append("\r\n");
        text.append("Comment=").append(Invented.PROTOCOL).append("\r\n");
        for (int plot = 1; plot <= run.detectors().size(); plot++) {
            text.append("\r\n[Plot :").append(plot).append("]\r\n");
            text.append("fFaceName=Arial\r\nXLabelCaption=$STAIN\r\n");
            text.append("X Parameter=").append(plot).append("\r\n");
            text.append("Title=").append(Invented.stain(plot)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
