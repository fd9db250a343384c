using System.IO.Compression;
using System.Text;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

public sealed class PackedPageTests
{
    private static readonly byte[] s_page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 9).Select(i => $"<p>Pos ronda {i} dijaga warga RT {i * 3} sampai subuh.</p>")));

    [Fact]
    public void What_is_packed_comes_back() => Assert.Equal(s_page, PackedPage.Unpack(PackedPage.Pack(s_page), s_page.Length));

    [Fact]
    public void No_bit_can_be_turned_unseen()
    {
        var packed = PackedPage.Pack(s_page);

        Assert.DoesNotContain(Enumerable.Range(0, packed.Length * 8), bit => Reads(Turned(packed, bit)));
    }

    [Fact]
    public void Without_the_sum_some_bits_could_be()
    {
        var stream = PackedPage.Pack(s_page)[9..];

        Assert.Contains(Enumerable.Range(0, stream.Length * 8), bit => Reads(Turned(stream, bit)));
    }

    [Fact]
    public void Pages_packed_before_there_was_a_sum_are_still_read()
    {
        using var old = new MemoryStream();
        using (var stream = new BrotliStream(old, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(s_page);
        }

        Assert.Equal(s_page, PackedPage.Unpack(old.ToArray(), s_page.Length));
    }

    private static byte[] Turned(byte[] packed, int bit)
    {
        byte[] turned = [.. packed];
        turned[bit / 8] ^= (byte)(1 << (bit % 8));
        return turned;
    }

    private static bool Reads(byte[] packed)
    {
        try
        {
            return PackedPage.Unpack(packed, s_page.Length).AsSpan().SequenceEqual(s_page);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }
}
