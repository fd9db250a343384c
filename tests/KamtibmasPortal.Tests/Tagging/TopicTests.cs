using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>For each topic a report, and what only sounds like one.</summary>
public sealed class TopicTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("Polres Tomohon menggelar Operasi Lilin Samrat dan menjaga gereja selama libur Natal dan tahun baru.", "nataru")]
    [InlineData("Tarif hotel di Yogyakarta naik menjelang libur Nataru karena tamu memesan lebih awal.", "")]
    [InlineData("Polsek Natal menangkap pencuri sawit di Kecamatan Natal, Kabupaten Mandailing Natal.", "")]
    [InlineData("Bawaslu Kaur memanggil dua ASN yang diduga tidak netral dalam pilkada karena berfoto dengan pasangan calon.", "netralitas-pemilu")]
    [InlineData("Laga tunda di Surabaya dimainkan di tempat netral tanpa penonton.", "")]
    [InlineData("Kafe di Denpasar memilih warna netral untuk dinding dan meja.", "")]
    [InlineData("Polres Nunukan mengawal kotak suara pilkada ke gudang KPU dan menempatkan personel di TPS rawan.", "keamanan-pemilu")]
    [InlineData("Polres Metro Depok menangkap pengedar sabu dan menyita dua ratus gram ganja.", "narkotika")]
    [InlineData("Kapal ke Pulau Sabu di Kabupaten Sabu Raijua berhenti berlayar.", "")]
    [InlineData("Pelamar kerja di Bekasi wajib melampirkan surat keterangan bebas narkoba.", "")]
    [InlineData("Unit PPA Polres Sleman mendampingi korban kekerasan terhadap anak di sekolah.", "perlindungan-anak")]
    [InlineData("Dua anak buah kapal diselamatkan di Selat Sunda oleh nelayan Lampung Selatan.", "")]
    [InlineData("Begal bersenjata celurit merampas motor warga di Kota Cirebon.", "kejahatan-jalanan")]
    [InlineData("Tawuran promo antarkafe membuat harga kopi di Kota Denpasar turun.", "")]
    [InlineData("Banjir merendam tiga kecamatan di Kabupaten Demak dan ratusan warga mengungsi.", "bencana")]
    [InlineData("Pertandingan di Kota Malang menjadi banjir gol sejak babak pertama.", "")]
    [InlineData("Kendaraan dialihkan dari Kanal Banjir Timur di Jakarta Timur.", "")]
    [InlineData("Ratusan buruh berunjuk rasa dan berorasi di depan kantor bupati Gorontalo.", "unjuk-rasa")]
    [InlineData("Ibu-ibu di Kota Kediri mengikuti demo masak dengan bahan pisang.", "")]
    [InlineData("Kapolres Singkawang mendengarkan keluhan warga dalam Jumat Curhat dan menghidupkan ronda.", "kemitraan-warga")]
    [InlineData("Polresta Mataram menangkap dua pencuri motor di Kota Mataram.", "kejahatan-jalanan")]
    [InlineData("Kebakaran melanda gudang mebel di Kota Jepara. Petugas BPBD Jepara memadamkan api.", "")]
    [InlineData("Polisi diminta waspada terhadap tawuran, narkoba, dan banjir di Jakarta Timur.", "")]
    public void The_topics_of_a_lead(string sentence, string topics)
    {
        var found = tagger.Instance.Tag(Document.Of(sentence)).Tags.Where(t => t.Kind is TagKind.Topic).Select(t => t.Key);

        Assert.Equal(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Theory]
    [InlineData("sabu ")]
    [InlineData("Kelurahan Gedong, ")]
    [InlineData("POLRES METRO JAKARTA TIMUR ")]
    [InlineData("Ã¢â‚¬Å“Polresï¿½ ")]
    [InlineData("The police arrested a man in London. ")]
    [InlineData("Polisi menangkap siswi 14 tahun korban pencabulan, ")]
    [InlineData("Полиция 警察 شرطة ")]
    [InlineData("Kecamatan Xyzabc, Kota Medan, ")]
    [InlineData("Baca juga: ")]
    public void A_text_without_end_is_read_to_a_limit(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 5_000_000 / word.Length));

        var tagged = tagger.Instance.Tag(Document.Of(text));

        Assert.All(tagged.Tags.SelectMany(t => t.Evidence), e => Assert.Equal(text.Substring(e.Start, e.Length), e.Text));
        Assert.True(tagged.Tags.Count < 100, tagged.Tags.Count.ToString(CultureInfo.InvariantCulture));
        Assert.True(tagged.Tags.Count(t => t.Kind is TagKind.Region && t.IsMain) <= 1);
        Assert.True(tagged.Tags.Count(t => t.Kind is TagKind.Topic && t.IsMain) <= 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ... --- !!! ")]
    [InlineData("Ã¢â‚¬Å“ ï¿½ï¿½ Ã¢â‚¬")]
    [InlineData("The mayor opened a new library and the choir sang two songs.")]
    [InlineData("昨日、市長は新しい図書館を開いた。")]
    public void What_says_nothing_gets_nothing(string text)
    {
        var tagged = tagger.Instance.Tag(Document.Of(text));

        Assert.Empty(tagged.Tags);
        Assert.False(tagged.Sensitive);
    }

    [Fact]
    public void Every_rule_is_quoted_with_its_edition()
    {
        var tagged = tagger.Instance.Tag(Document.Of("Polres Tomohon menahan pria yang memukuli bocah enam tahun di Kota Tomohon. Banjir merendam jalan."));

        Assert.All(tagged.Tags.SelectMany(t => t.Evidence).Concat(tagged.SensitiveMatters.SelectMany(m => m.Evidence)), e => Assert.Matches("@[0-9]+$", e.Rule));
    }
}
