package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.egress.SystemProxies;
import org.benchconnect.link.egress.SystemProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSettingsTest {
    @TempDir
    Path home;

    @Test
    void withoutAnAddressTheLinkIsOffByChoice() {
        PahoLink link = new PahoLink(new Settings().section(), home, Clock.systemUTC());

        assertEquals(State.OFF, link.status().state());
        assertEquals("LINK_OFF", new LinkStatusSource(link).status().subject().toString());
        link.stop();
    }

    @Test
    void settingThatCannotBeUsedSwitchesTheLinkOffAndSaysWhich() {
        PahoLink link = new PahoLink(Settings.quick("ws://localhost/mqtt").section(), home, Clock.systemUTC());

        assertEquals(State.OFF, link.status().state());
        assertEquals(
                "LINK_REFUSED", new LinkStatusSource(link).status().subject().toString());
        assertTrue(new LinkStatusSource(link).status().facts().encode().contains("PROBLEM=tLINK_ADDRESS_NOT_WSS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://localhost/mqtt",
                "mqtt://localhost",
                "ssl://localhost:8883",
                "https://localhost/",
                "localhost:443",
                "wss:localhost",
                "wss://user:secret@localhost/",
                "wss://localhost/#part",
                "wss://two words/"
            })
    void anythingButWssIsRefused(String address) {
        assertEquals(Problem.LINK_ADDRESS_NOT_WSS, refusal(Settings.quick(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lab", "lab/7", "lab+", "#"})
    void tenantThatCouldChangeTheTopicIsRefused(String tenant) {
        assertEquals(
                Problem.LINK_TENANT_INVALID,
                refusal(Settings.quick("wss://localhost/").say("tenant", tenant)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:0", "localhost:65536", "http://localhost:3128", "a b:1"})
    void proxyThatIsNotHostAndPortIsRefused(String proxy) {
        assertEquals(
                Problem.LINK_PROXY_INVALID,
                refusal(Settings.quick("wss://localhost/").say("proxy", proxy)));
    }

    @Test
    void proxyOfThisPcIsAskedForByItsWordAlone() throws RefusedSettingException {
        Settings settings = Settings.quick("wss://hub.example.org/");

        LinkSettings none = LinkSettings.of(settings.section(), home, () -> {
                    throw new AssertionError("asked");
                })
                .orElseThrow();
        LinkSettings system = LinkSettings.of(settings.say("proxy", "system").section(), home, SystemProxy::ofThisPc)
                .orElseThrow();

        assertNull(none.proxy());
        assertEquals(SystemProxy.ofThisPc().proxyFor("hub.example.org").isPresent(), system.proxy() != null);
    }

    private void refusesProxyOfThisPc(SystemProxy system) {
        RefusedSettingException refused = assertThrows(
                RefusedSettingException.class,
                () -> LinkSettings.of(
                        Settings.quick("wss://hub.example.org/")
                                .say("proxy", "system")
                                .section(),
                        home,
                        () -> system));

        assertEquals(Problem.LINK_PROXY_INVALID, refused.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:pw@proxy:3128",
                "https://proxy:3128",
                "socks5://p:1080",
                "proxy",
                "http://proxy_1:3128",
                "http://two words:1"
            })
    void proxyOfThisPcThatCannotBeReadDoesNotMeanDirectly(String written) throws RefusedSettingException {
        refusesProxyOfThisPc(SystemProxies.of(Map.of("https_proxy", written)));
        refusesProxyOfThisPc(SystemProxies.ofRegistry(written));
        refusesProxyOfThisPc(SystemProxies.ofRegistry("http=a.example:1;https=" + written));

        LinkSettings exempt = LinkSettings.of(
                        Settings.quick("wss://hub.example.org/")
                                .say("proxy", "system")
                                .section(),
                        home,
                        () -> SystemProxies.of(Map.of("https_proxy", written, "no_proxy", "example.org")))
                .orElseThrow();

        assertNull(exempt.proxy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https=http://proxy:8080", "http://proxy:8080/", "proxy:8080"})
    void registryMayWriteItAsAnAddress(String written) {
        assertEquals(
                "proxy:8080",
                SystemProxies.ofRegistry(written).proxy().orElseThrow().toString());
    }

    @Test
    void asShippedTheInstallationChoosesTheProfile() throws RefusedSettingException {
        LinkSettings settings = LinkSettings.of(
                        Settings.quick("wss://hub.example.org/").section(), home)
                .orElseThrow();

        assertEquals(new LinkSettings.ChosenProfile("", ""), settings.profile());
    }

    @Test
    void shippedSpansAreThoseOfTheFleet() throws RefusedSettingException {
        LinkSettings settings = LinkSettings.of(
                        new Settings()
                                .say("address", "wss://hub.example.org:443/mqtt")
                                .section(),
                        home)
                .orElseThrow();

        assertEquals(
                new Backoff.Spans(Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(1800)),
                settings.spans());
        assertEquals(Duration.ofSeconds(230), settings.keepAlive());
    }

    @Test
    void passwordIsTheFirstLineOfItsFile() throws IOException, RefusedSettingException {
        Path file = Files.writeString(home.resolve("password"), "pässword \r\nnot this\n");

        assertArrayEquals("pässword ".toCharArray(), new Secret(file).reveal());
    }

    @Test
    void passwordThatCannotBeReadIsRefusedWithoutItsPath() throws IOException {
        RefusedSettingException missing =
                assertThrows(RefusedSettingException.class, () -> new Secret(home.resolve("no-such-file")).reveal());
        Path empty = Files.writeString(home.resolve("empty"), "\nsecond line");

        assertFalse(String.valueOf(missing.getMessage()).contains("no-such-file"));
        assertThrows(RefusedSettingException.class, () -> new Secret(empty).reveal());
    }

    @Test
    void nothingThatHoldsAPasswordPrintsIt() throws RefusedSettingException, IOException {
        Files.writeString(home.resolve("secret-file"), "sesame");
        LinkSettings settings = LinkSettings.of(
                        Settings.quick("wss://localhost/")
                                .say("user", "somebody")
                                .say("password_file", "secret-file")
                                .section(),
                        home)
                .orElseThrow();

        assertFalse(settings.toString().contains("sesame"));
        assertFalse(settings.toString().contains("secret-file"));
        assertFalse(settings.toString().contains("somebody"));
    }

    @Test
    void javaIsStartedSoThatAProxyGetsItsPassword() throws IOException {
        assertFalse(ProxyLogin.isBasicDisabled());
        assertTrue(Files.readString(Path.of("README.md")).contains("-Djdk.http.auth.tunneling.disabledSchemes="));
    }

    @Test
    void noticesAreOffAsShippedAndPresenceIsOn() {
        ConfiguredStreams shipped = new ConfiguredStreams(streams(false));

        assertFalse(shipped.on(Stream.NOTICES));
        assertTrue(shipped.on(Stream.PRESENCE));
        assertTrue(new ConfiguredStreams(streams(true)).on(Stream.NOTICES));
        assertEquals(false, Objects.requireNonNull(shippedNotices()));
    }

    @Test
    void headsOfTheLedgerAreOffAsShipped() throws Exception {
        assertEquals(
                false,
                ConfiguredStreams.Configuration.class
                        .getDeclaredMethod("audit_heads")
                        .getDefaultValue());
        assertFalse(new ConfiguredStreams(streams(false)).on(Stream.AUDIT_HEADS));
        assertTrue(new ConfiguredStreams(streams(true)).on(Stream.AUDIT_HEADS));
    }

    private static Object shippedNotices() {
        try {
            return ConfiguredStreams.Configuration.class
                    .getDeclaredMethod("notices")
                    .getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static ConfiguredStreams.Configuration streams(boolean notices) {
        return (ConfiguredStreams.Configuration) Proxy.newProxyInstance(
                LinkSettingsTest.class.getClassLoader(),
                new Class<?>[] {ConfiguredStreams.Configuration.class},
                (proxy, method, arguments) -> notices);
    }

    private Problem refusal(Settings settings) {
        return assertThrows(RefusedSettingException.class, () -> LinkSettings.of(settings.section(), home))
                .problem();
    }
}
