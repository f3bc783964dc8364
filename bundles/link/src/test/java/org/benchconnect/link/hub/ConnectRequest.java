package org.benchconnect.link.hub;

import org.benchconnect.link.hub.Packet.Walk;
import org.jspecify.annotations.Nullable;

/**
 * What a device says when it connects (MQTT 3.1.1, 3.1).
 *
 * @param isMqtt whether it is a CONNECT of MQTT 3.1.1
 * @param client the device's id
 * @param will what to publish if it goes without farewell, or null
 * @param user empty if it gave none
 * @param password empty if it gave none
 */
record ConnectRequest(boolean isMqtt, String client, @Nullable Will will, String user, String password) {
    /** What to publish if the device goes without farewell. */
    record Will(String topic, byte[] body, boolean retained) {}

    static ConnectRequest of(Packet packet) {
        Walk walk = new Walk(packet);
        String protocol = walk.text();
        int level = walk.one();
        int flags = walk.one();
        walk.two();
        String client = walk.text();
        Will will = (flags & 0x04) != 0 ? new Will(walk.text(), walk.field(), (flags & 0x20) != 0) : null;
        String user = (flags & 0x80) != 0 ? walk.text() : "";
        String password = (flags & 0x40) != 0 ? walk.text() : "";
        boolean isMqtt = packet.type() == Packet.CONNECT && protocol.equals("MQTT") && level == 4;
        return new ConnectRequest(isMqtt, client, will, user, password);
    }

    /** Whether it asks for this hub in the words the hub wants. */
    boolean isFor(String hub) {
        return isMqtt && user.equals(hub + "/" + client + "/?api-version=2021-04-12");
    }
}
