package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides {@link DeviceIdentity} as soon as the keys are there. It begins when every module has started, on a thread of the lowest
 * priority, so that nobody waits for the seconds that new keys take. A new configuration opens them anew.
 */
@Component(service = StatusSource.class, immediate = true, configurationPid = "org.benchconnect.keys")
@Designate(ocd = DeviceKeys.Configuration.class)
public final class DeviceKeys implements StatusSource {
    private static final long PATIENCE_MILLIS = 1000;

    /** Section {@code keys}. */
    @ObjectClassDefinition(
            name = "Keys",
            description =
                    "What protects the keys that this device makes at its first start. Read again when it changes; keys"
                            + " that are there keep the protector they were made with.")
    public @interface Configuration {
        /** What protects keys that are made now. */
        @AttributeDefinition(
                name = "Protector",
                description =
                        "What protects the keys when they are made. best: a PKCS#11 token if a library is set, else the"
                                + " TPM, else Windows' data protection, and only where none of them is present a file, which is"
                                + " reported as not protected. What is present and fails is not passed over, nor is a"
                                + " TPM that the agent's account cannot use.",
                options = {
                    @Option(label = "The strongest that is present", value = "best"),
                    @Option(label = "TPM 2.0", value = "tpm2"),
                    @Option(label = "Windows data protection", value = "dpapi"),
                    @Option(label = "PKCS#11 token", value = "pkcs11"),
                    @Option(label = "A passphrase at each start", value = "passphrase"),
                    @Option(label = "A file, not protected", value = "file")
                })
        String protector() default "best";

        /** The TPM. */
        @AttributeDefinition(
                name = "TPM device",
                description =
                        "Path of the TPM's device with the kernel's resource manager; the agent's account must be able to"
                                + " read and write it.")
        String tpm_device() default "/dev/tpmrm0";

        /** The token's library. */
        @AttributeDefinition(
                name = "PKCS#11 library",
                description =
                        "Absolute path of the token's PKCS#11 library, where only an administrator can write; empty: no"
                                + " token. It runs within the agent.")
        String pkcs11_library() default "";

        /** Which token. */
        @AttributeDefinition(
                name = "PKCS#11 token",
                description =
                        "Label of the token that protects keys which are made now; empty: the only token there is. Keys"
                                + " that are there are opened by the very token they were made with, in whatever slot, and"
                                + " the PIN is given to no other.")
        String pkcs11_token() default "";

        /** The token's PIN. */
        @AttributeDefinition(
                name = "PKCS#11 PIN file",
                description =
                        "Path of a file with the token's user PIN in its first line, absolute or relative to the home"
                                + " folder, that only the agent's account may read.")
        String pkcs11_pin_file() default "secrets/pkcs11.pin";
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeviceKeys.class);

    private final BundleContext context;
    private final Path home;
    private final @Nullable Path pin;
    private final CountDownLatch allStarted = new CountDownLatch(1);
    private final FrameworkListener listener = this::heard;
    private final KeyOpening opening;
    private final Thread thread;
    /** The keys and their registration, once they are there. Guarded by this. */
    private @Nullable OpenedKeys keys;

    private @Nullable ServiceRegistration<DeviceIdentity> registration;
    private boolean closed;

    /** Begins when every module has started. */
    @Activate
    public DeviceKeys(Configuration configuration, BundleContext context) {
        this.context = context;
        this.home = Path.of(Objects.requireNonNull(
                context.getProperty(Platform.HOME), "the launcher did not say where the home folder is"));
        String installation = context.getProperty(Platform.INSTALLATION);
        this.pin = installation == null ? null : Path.of(installation).resolve(DevicePublicKey.FILE);
        this.opening = new KeyOpening(
                new IdentityFolder(home), protectors(configuration, home), this::open, KeyOpening.Pauses.USUAL);
        this.thread = new Thread(this::run, "device-keys");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        context.addFrameworkListener(listener);
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
            allStarted.countDown();
        }
        thread.start();
    }

    private static Protectors protectors(Configuration configuration, Path home) {
        Path device = Path.of(configuration.tpm_device());
        return new Protectors(
                configuration.protector(),
                home,
                TpmPresence.ofThisPc(device),
                Tpm2Commands.at(device, home.resolve("run")),
                Optional.of(configuration.pkcs11_library())
                        .filter(library -> !library.isBlank())
                        .map(Path::of),
                configuration.pkcs11_token(),
                home.resolve(configuration.pkcs11_pin_file()),
                new Passphrases(
                        Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY"))
                                .map(Path::of),
                        home));
    }

    private void heard(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTED) {
            allStarted.countDown();
        }
    }

    private void run() {
        try {
            allStarted.await();
            opening.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Registered without the lock: whoever is told of the keys may wait for somebody who ends, and the end waits for this lock. */
    private void open(OpenedKeys opened) {
        synchronized (this) {
            if (closed) {
                opened.close();
                return;
            }
            keys = opened;
        }
        try {
            SessionKeyFile.write(home, opened.rsaPublicKey());
        } catch (IOException e) {
            LOG.warn("The public key for remote sessions could not be written for the command line: {}", e.toString());
        }
        ServiceRegistration<DeviceIdentity> made;
        try {
            made = context.registerService(DeviceIdentity.class, opened, null);
        } catch (IllegalStateException e) {
            LOG.debug("the keys came while this module ended", e);
            return;
        }
        synchronized (this) {
            if (!closed) {
                registration = made;
                return;
            }
        }
        unregister(made);
    }

    private static void unregister(ServiceRegistration<DeviceIdentity> made) {
        try {
            made.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("the framework had taken it away already", e);
        }
    }

    @Override
    public Status status() {
        OpenedKeys opened = opened();
        return opened == null ? opening.status() : KeysStatus.ready(opened.protector(), pinned(opened));
    }

    private synchronized @Nullable OpenedKeys opened() {
        return keys;
    }

    /** A pin that cannot be read counts as another's: the launcher accepts no list then either. */
    private KeysStatus.Pin pinned(OpenedKeys opened) {
        if (pin == null || Files.notExists(pin, LinkOption.NOFOLLOW_LINKS)) {
            return KeysStatus.Pin.NONE;
        }
        try {
            return DevicePublicKey.read(pin).equals(DevicePublicKey.of(opened.publicKey()))
                    ? KeysStatus.Pin.THIS
                    : KeysStatus.Pin.OTHER;
        } catch (IOException e) {
            return KeysStatus.Pin.OTHER;
        }
    }

    /** Takes the service away, then wipes the keys. Keys that are just being made are thrown away. */
    @Deactivate
    void close() throws InterruptedException {
        context.removeFrameworkListener(listener);
        opening.end();
        thread.interrupt();
        ServiceRegistration<DeviceIdentity> made;
        synchronized (this) {
            closed = true;
            made = registration;
        }
        if (made != null) {
            unregister(made);
        }
        OpenedKeys opened = opened();
        if (opened != null) {
            opened.close();
        }
        thread.join(PATIENCE_MILLIS);
    }
}
