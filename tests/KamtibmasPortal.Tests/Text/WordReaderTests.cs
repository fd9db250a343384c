using KamtibmasPortal.News.Text.Words;
using KamtibmasPortal.Tests.Architecture;

namespace KamtibmasPortal.Tests.Text;

public sealed class WordReaderTests
{
    private static readonly WordReader Reader = new();

    [Theory]
    [InlineData("tangkap menangkap ditangkap penangkapannya tertangkap tangkapan nangkap ditangkapin")]
    [InlineData("sapu menyapu disapu penyapuan sapuan tersapu sapu-menyapu")]
    [InlineData("ukir mengukir diukir pengukir ukiran terukir")]
    [InlineData("cat mengecat dicat pengecatan catnya")]
    [InlineData("ajar belajar mengajar pelajaran mempelajari dipelajari pembelajaran pengajar")]
    [InlineData("rebut memperebutkan diperebutkan perebutan berebut")]
    [InlineData("konsumsi mengonsumsi mengkonsumsi dikonsumsi konsumen")]
    [InlineData("proses memproses diproses pemrosesan prosesnya")]
    [InlineData("guna penyalahgunaan menyalahgunakan penggunaan")]
    [InlineData("jawab mempertanggungjawabkan pertanggungjawaban menjawab")]
    [InlineData("netral ketidaknetralan netralitas menetralkan")]
    [InlineData("uji mengujicobakan pengujian diuji")]
    [InlineData("anak anak-anaknya kekanak-kanakan anak2")]
    [InlineData("izin ijin perizinan diijinkan")]
    [InlineData("adil praperadilan pengadilan")]
    [InlineData("gocek menggocek digocek penggocekan goceknya gocekan")]
    public void Forms_of_one_root_find_each_other(string family)
    {
        var forms = family.Split(' ');

        foreach (var form in forms)
        {
            Assert.All(forms, other => Assert.True(TermsOf(form).Intersect(TermsOf(other)).Any(), $"{form}: {string.Join(' ', TermsOf(form))}; {other}: {string.Join(' ', TermsOf(other))}"));
        }
    }

    [Fact]
    public void The_sieve_lets_through_whatever_is_found_by_what_it_was_made_for()
    {
        string[] patterns = ["{0}", "me{0}", "men{0}kan", "mem{0}i", "meng{0}", "menge{0}", "pe{0}an", "peng{0}", "di{0}kan", "ter{0}", "ber{0}an", "be{0}", "ke{0}annya", "{0}-{0}", "se{0}nya", "memper{0}kan", "{0}lah", "anti{0}", "nge{0}in", "{0}2", "{0}rumah", "N{0}", "ny{1}", "m{1}an", "peny{1}", "pem{1}", "men{1}"];
        var roots = RootList.Load().Words.Where((_, i) => i % 11 == 3).ToList();
        var corpus = Repository.Read("tests/Corpus/words/families-dev.txt").Split((char)10).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var forms = roots.SelectMany(r => patterns.Select(p => string.Format(System.Globalization.CultureInfo.InvariantCulture, p, r, r[1..]))).Concat(corpus).Concat(["Jum’at", "S.H.", "pos-pos", "PKL", "1.200", "Covid-19", "ańak"]).ToList();
        var checkedTerms = 0;

        foreach (var word in forms.Where(f => f.Length > 0).SelectMany(f => Reader.Read(f).Select(w => (Text: f.Substring(w.Start, w.Length), Read: w))))
        {
            foreach (var term in word.Read.Terms)
            {
                Assert.True(Reader.Sieve([term], []).Passes(word.Text), $"{word.Text} is found by {term}");
                checkedTerms++;
            }

            Assert.True(Reader.Sieve([], [word.Read.Word]).Passes(word.Text), word.Text);
        }

        Assert.True(checkedTerms > 10_000);
        // And it does hold back: of ordinary words hardly any.
        var sieve = Reader.Sieve(["tangkap"], ["ronda"]);
        Assert.InRange(roots.Count(r => sieve.Passes(r)), 0, roots.Count / 100);
    }

    [Theory]
    [InlineData("menang", "menangkap")]
    [InlineData("kukur", "mengukur")]
    [InlineData("petang", "petani")]
    [InlineData("pukul", "pemukiman")]
    [InlineData("palang", "kepala")]
    [InlineData("diri", "Kediri")]
    [InlineData("kalong", "Pekalongan")]
    [InlineData("kubah", "mengubah")]
    [InlineData("koperasi", "mengoperasikan")]
    [InlineData("rada", "berada")]
    [InlineData("ralat", "peralatan")]
    [InlineData("pangsa", "memangsa")]
    [InlineData("tinja", "ninja")]
    [InlineData("anggur", "pengangguran")]
    public void Words_that_only_look_alike_stay_apart(string one, string other) => Assert.Empty(TermsOf(one).Intersect(TermsOf(other)));

    [Theory]
    [InlineData("Sutrisno")]
    [InlineData("AKBP")]
    [InlineData("Robertson")]
    [InlineData("WhatsApp")]
    [InlineData("covid19")]
    [InlineData("3C")]
    public void Names_and_abbreviations_stay_as_they_are(string word) => Assert.Equal([word.ToLowerInvariant()], TermsOf(word));

    [Theory]
    [InlineData("Jum'at", "jumat")]
    [InlineData("Jum’at", "jumat")]
    [InlineData("KAFÉ", "kafe")]
    [InlineData("ke\u00ADadilan", "keadilan")]
    [InlineData("S.I.K.", "sik")]
    [InlineData("ｋｏｔａ", "kota")]
    public void One_word_has_one_spelling(string written, string word) => Assert.Equal(word, Assert.Single(Reader.Read(written)).Word);

    [Theory]
    [InlineData("Rp5.000,00", "rp 5000")]
    [InlineData("Rp 1.250.000", "rp 1250000")]
    [InlineData("pukul 17:30 WIB", "pukul 17.30 wib")]
    [InlineData("Jumat (11/12/2023)", "jumat 11 12 2023")]
    [InlineData("1,5 kilogram.", "1,5 kilogram")]
    [InlineData("H-1 dan H+2", "h-1 dan h 2")]
    [InlineData("anak-anak Tuban-Lamongan", "anak-anak tuban lamongan")]
    [InlineData("di-PHK, KTP-nya", "di-phk ktp-nya")]
    [InlineData("'tak bersalah'", "tak bersalah")]
    [InlineData("humas@polres.id", "humas polres id")]
    [InlineData("東京 Москва", "東 京 москва")]
    [InlineData("", "")]
    [InlineData("?!… --", "")]
    public void A_text_falls_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', Reader.Read(text).Select(w => w.Word)));

    [Fact]
    public void A_word_says_where_it_stands_in_the_text()
    {
        const string Text = "😀 Polisi “menangkap” pelaku-pelaku di Jum’at pagi; S.H. Rp5.000.";

        Assert.Equal(["Polisi", "menangkap", "pelaku-pelaku", "di", "Jum’at", "pagi", "S.H", "Rp", "5.000"], Reader.Read(Text).Select(w => Text.Substring(w.Start, w.Length)));
    }

    [Fact]
    public void No_text_however_odd_stops_the_reading()
    {
        var random = new Random(6);
        var alphabet = "aeknmt-’'.,5 0\u0301\u00AD\uD83D\uDE00\uFDFA東ß\0\u200D";
        var odd = Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => alphabet[random.Next(alphabet.Length)])))
            .Concat(from piece in (string[])["me", "a-", "a.", "1.", "1.000", "per", "12345a", "’", "\uD800", "nya", "ﷺ", "anak-anak-"] select string.Concat(Enumerable.Repeat(piece, 20_000)));

        foreach (var text in odd)
        {
            var end = 0;
            foreach (var word in Reader.Read(text))
            {
                Assert.True(word.Start >= end && word.Length > 0 && word.Start + word.Length <= text.Length);
                Assert.NotEmpty(word.Word);
                Assert.NotEmpty(word.Terms);
                Assert.All(word.Terms, t => Assert.NotEmpty(t));
                end = word.Start + word.Length;
            }
        }
    }

    [Fact]
    public void The_list_of_roots_names_each_word_once()
    {
        var words = Repository.Read("src/KamtibmasPortal.News/Text/Words/roots.txt").Split('\n').Where(l => !l.StartsWith('#'))
            .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(e => e.Split('=')[0].TrimEnd('~', '!')).ToList();

        Assert.NotEmpty(words);
        Assert.Empty(words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(words, w => Assert.DoesNotContain(w, c => c is < 'a' or > 'z'));
    }

    private static IReadOnlyList<string> TermsOf(string word) => Assert.Single(Reader.Read(word)).Terms;
}
