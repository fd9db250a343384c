using System.Globalization;
using System.Text.Json;

namespace KamtibmasPortal.Benchmarks;

/// <summary>The figures below which a benchmark fails. They only rise.</summary>
internal static class Floors
{
    /// <returns>0 when every figure reaches its floor, else 1.</returns>
    public static int Check(string benchmark, string half, IReadOnlyDictionary<string, double> figures)
    {
        var floors = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(Path.Combine(Corpus.Root, "..", "KamtibmasPortal.Benchmarks", "floors.json")))!;
        var held = floors.TryGetValue($"{benchmark}.{half}", out var own) ? own : [];
        var failed = 0;
        foreach (var (name, value) in figures)
        {
            var low = held.TryGetValue(name, out var floor) && value < floor;
            failed |= low ? 1 : 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{benchmark}.{half} {name,-22} {value:0.000}{(low ? $"  BELOW FLOOR {floor:0.000}" : "")}"));
        }

        return failed;
    }
}
