using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>Time-based one-time codes: RFC 6238 over RFC 4226, SHA-1, six digits, steps of 30 seconds, as every authenticator app makes them.</summary>
public static class OneTimeCodes
{
    public const int Digits = 6;
    private const int StepSeconds = 30;

    /// <summary>Steps that a phone's clock may be off, either way (RFC 6238, 5.2).</summary>
    private const int Drift = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step whose code this is; null when it is none that may be used now.</summary>
    /// <param name="secret">Base32 (RFC 4648).</param>
    /// <param name="code">Six digits.</param>
    /// <param name="now">The present time.</param>
    /// <param name="used">The newest step that was used already: it and older ones count no more.</param>
    public static long? StepOf(string secret, string code, DateTimeOffset now, long used)
    {
        if (code.Length != Digits || !code.All(char.IsAsciiDigit))
        {
            return null;
        }

        var key = Decode(secret);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = Math.Max(current - Drift, used + 1); step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The code that an app shows at a moment.</summary>
    public static string At(string secret, DateTimeOffset moment) => Code(Decode(secret), moment.ToUnixTimeSeconds() / StepSeconds);

#pragma warning disable CA5350 // The apps know no other: in HMAC, SHA-1 is not broken.
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, hash);
        var offset = hash[^1] & 0x0f;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal)) & 0xffff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
