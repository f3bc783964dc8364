/**
 * What passes of RFB (RFC 6143) in each direction, message by message. Pure: bytes in, checked messages out; both ends are taken for hostile. Everything that is not known ends
 * the session; what is known and not allowed is dropped; what passes is written anew from its values, so that nothing travels in padding.
 */
@NullMarked
package org.benchconnect.engine.rfb.filter;

import org.jspecify.annotations.NullMarked;
