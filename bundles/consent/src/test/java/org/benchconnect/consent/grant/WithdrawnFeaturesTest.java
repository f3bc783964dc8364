package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Withdrawal;
import org.junit.jupiter.api.Test;

class WithdrawnFeaturesTest {
    private final List<String> withdrawn = new ArrayList<>();

    @Test
    void takesBackInNobodysNameAndDoesNothingElse() {
        WithdrawnFeatures features = new WithdrawnFeatures(consents());

        assertTrue(features.withdraw("remote-support"));
        assertFalse(features.withdraw("unknown"));

        assertEquals(List.of("remote-support", "unknown"), withdrawn);
    }

    private Consents consents() {
        return (Consents) Proxy.newProxyInstance(
                Consents.class.getClassLoader(), new Class<?>[] {Consents.class}, (proxy, method, arguments) -> {
                    assertEquals("withdraw", method.getName());
                    assertEquals(Optional.empty(), arguments[1]);
                    withdrawn.add((String) arguments[0]);
                    return new Withdrawal(arguments[0].equals("remote-support"), true);
                });
    }
}
