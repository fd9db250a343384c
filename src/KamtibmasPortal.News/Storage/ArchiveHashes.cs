using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>What the links of the archive's chain are made of.</summary>
internal static class ArchiveHashes
{
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Over the bytes' own hash and everything that is kept about them.</summary>
    public static string Of(Snapshot snapshot) => OfText(
        snapshot.Id, snapshot.ArticleId, snapshot.Revision, snapshot.Page, snapshot.FetchedAt, snapshot.AskedAddress, snapshot.AnsweredAddress, snapshot.Headers, snapshot.Sha256, snapshot.Length);

    public static string OfGround(Guid snapshotId, string ground) => OfText(snapshotId, ground);

    public static string Chain(string before, long number, ArchiveAct act, Guid snapshotId, DateTime at, string sha256) => OfText(before, number, act, snapshotId, at, sha256);

    /// <summary>Every field with its length: no two lists of fields read alike.</summary>
    private static string OfText(params ReadOnlySpan<object> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            // Microseconds: PostgreSQL keeps no more.
            var value = field is DateTime at ? (at.Ticks / 10).ToString(CultureInfo.InvariantCulture) : Convert.ToString(field, CultureInfo.InvariantCulture)!;
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value};");
        }

        return OfBytes(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
