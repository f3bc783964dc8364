package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The transcripts that the agent's end wrote, byte for byte in a real browser. */
class GoldenVectorsTest {
    private static final String UNHEX =
            "const un = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (one) => parseInt(one, 16));"
                    + "const { hex, concat, sha256 } = await import('/bytes.js');";

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void keysAreDerivedAsRfc5869Says() {
        String wrong = page.browser()
                .run(
                        UNHEX
                                + """
                        const { hkdf, material } = await import('/keys.js');
                        const wrong = [];
                        for (const one of JSON.parse(arguments[0]).cases) {
                          const found = hex(await hkdf(await material(un(one.ikm)), un(one.salt), un(one.info), one.length));
                          if (found !== one.okm) wrong.push(found);
                        }
                        return JSON.parse(arguments[0]).cases.length + ' ' + wrong;
                        """,
                        Golden.text("hkdf-rfc5869"));

        assertEquals("3 ", wrong);
    }

    @Test
    void theHandshakeComesToTheKeysOfTheTranscript() {
        String found = page.browser()
                .run(
                        UNHEX
                                + """
                        const { readHello, pinned, agree, confirmed, signedBySupporter } = await import('/handshake.js');
                        const inputs = JSON.parse(arguments[0]), { messages, derived } = JSON.parse(arguments[1]);
                        const hello = readHello(un(messages.hello)), answer = un(messages.answer);
                        await pinned(hello, hex(await sha256(un(inputs.agentRsa.spki))));
                        const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
                        const own = {
                          premaster: un(inputs.premaster),
                          ephemeral: { privateKey: await crypto.subtle.importKey('pkcs8', un(inputs.viewerEphemeral.pkcs8), ecdh, false, ['deriveBits']) },
                        };
                        const keys = await agree(hello, answer, own);
                        await confirmed(un(messages.confirm), hello, answer, keys);
                        const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
                        const supporter = await crypto.subtle.importKey('raw', un(inputs.supporter.point), ecdsa, false, ['verify']);
                        const signed = await signedBySupporter(hello.bytes, answer.slice(0, -66));
                        const signature = await crypto.subtle.verify(ecdsa, supporter, answer.slice(-64), signed);
                        const aes = async (key) => hex(new Uint8Array(await crypto.subtle.encrypt(
                          { name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(1))));
                        const raw = (bytes) => crypto.subtle.importKey('raw', un(bytes), 'AES-GCM', false, ['encrypt']);
                        return [
                          keys.sas === derived.authenticationString,
                          hex(signed) === derived.signed,
                          signature,
                          hex(keys.agent.iv) === derived.agentIv,
                          hex(keys.viewer.iv) === derived.viewerIv,
                          await aes(keys.agent.aes) === await aes(await raw(derived.agentKey)),
                          await aes(keys.viewer.aes) === await aes(await raw(derived.viewerKey)),
                          own.premaster.every((one) => one === 0),
                          keys.agent.aes.extractable,
                        ].join();
                        """,
                        Golden.text("inputs"),
                        Golden.text("handshake"));

        assertEquals("true,true,true,true,true,true,true,true,false", found);
    }

    @Test
    void framesAreSealedAndOpenedByteForByteOverRekeys() {
        String found = page.browser()
                .run(
                        UNHEX
                                + """
                        const { sessionKeys } = await import('/keys.js');
                        const { Sealer, Opener, REKEY } = await import('/frames.js');
                        const { derived } = JSON.parse(arguments[0]), frames = JSON.parse(arguments[1]);
                        const half = (from) => un(derived.ikm).slice(from, from + 32);
                        const keys = await sessionKeys(half(0), half(32), un(derived.salt));
                        let count = 0;
                        for (const direction of ['agent', 'viewer']) {
                          let time = 0, rekey = [];
                          const sealer = new Sealer(keys[direction], () => time), opener = new Opener(keys[direction]);
                          for (const one of frames[direction]) {
                            const { type, plain } = await opener.open(un(one.frame));
                            if (type !== one.type || hex(plain) !== one.plaintext) return 'opened ' + JSON.stringify(one);
                            if (one.type === REKEY) {
                              time += 600_000; // so that the next frame brings this one with it
                              rekey = [one.frame];
                              continue;
                            }
                            const sealed = await Promise.all(sealer.seal(one.type, un(one.plaintext)));
                            if (sealed.map(hex).join() !== [...rekey, one.frame].join()) return 'sealed ' + JSON.stringify(one);
                            rekey = [];
                            count++;
                          }
                        }
                        return String(count);
                        """,
                        Golden.text("handshake"),
                        Golden.text("frames"));

        assertEquals("14", found);
    }
}
